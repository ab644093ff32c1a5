/// A line of an input file that a figure came from.
public struct SourceLine: Hashable, Sendable {
  /// Index in `SchoolData.sources`.
  public var source: Int
  public var line: Int
  public init(source: Int, line: Int) { (self.source, self.line) = (source, line) }
}
