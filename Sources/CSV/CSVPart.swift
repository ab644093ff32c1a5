/// What reading one part of a file left behind.
public struct CSVPart<State> {
  /// The state that the body built from the records of this part.
  public var state: State
  /// The line, counted from 1, at which the part starts: the line of a record is `firstLine + record.line`.
  public let firstLine: Int
  /// Data records in the part; blank lines are none.
  public let records: Int
  /// Lines in the part, those inside quotes and blank ones too. CR LF, LF and CR each end a line.
  public let lines: Int
  /// In the order of their lines.
  public let problems: [CSVProblem]
}

extension CSVPart: Sendable where State: Sendable {}
