/// How bad a finding is. Errors fail a run under `--strict`; nothing is ever dropped in silence.
public enum Severity: String, Comparable, CaseIterable, Sendable {
  case note, warning, error
  public static func < (a: Self, b: Self) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// Something that a check found in the inputs: where, what was found, what was expected, what was done.
public struct Finding: Hashable, Sendable {
  /// The id of the check, `unknown-code`.
  public var rule: String
  public var severity: Severity
  /// The file as the user named it; empty where the finding is about the whole folder.
  public var file: String
  /// The line, counted from 1; nil where the finding is about the whole file.
  public var line: Int?
  /// The column's name in the header, or empty.
  public var column: String
  /// The user's own text, as it stands in the file; empty where there is none.
  public var value: String
  /// What was found and what was expected, lower case, no full stop, with the remedy where there is one.
  public var message: String
  /// What the tool did about it: "counted once", "treated as missing".
  public var action: String

  public init(
    rule: String, severity: Severity, file: String = "", line: Int? = nil, column: String = "", value: String = "",
    message: String, action: String
  ) {
    (self.rule, self.severity, self.file, self.line, self.column) = (rule, severity, file, line, column)
    (self.value, self.message, self.action) = (value, message, action)
  }
}

extension Finding: CustomStringConvertible {
  /// `ks4.csv:88: error: [unknown-year] year '2101' has no rulebook; known years are 2006 to 2019`
  public var description: String {
    let place = file.isEmpty ? "" : file + (line.map { ":\($0)" } ?? "") + ": "
    return place + "\(severity.rawValue): [\(rule)] \(message)"
  }
}

extension Finding: Comparable {
  /// By file, line, column, rule, value: the order of the quality report.
  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line ?? 0, a.column, a.rule, a.value, a.message) < (
      b.file, b.line ?? 0, b.column, b.rule, b.value, b.message
    )
  }
}
