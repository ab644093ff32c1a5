/// Something odd in a file that was read all the same.
public struct CSVProblem: Equatable, Sendable {
  /// What is odd.
  public enum Kind: Equatable, Sendable {
    /// A quote opens on the line and is not closed before the end of the file: all that follows is one value.
    /// `swallowedLines` counts the lines after it that were taken into the value.
    case unclosedQuote(swallowedLines: Int)
    /// A record holds a quote that is neither at the edge of its field nor doubled. libcsv takes it as text.
    /// The line is that on which its field opens; `swallowedLines` counts the line ends in the field before the quote.
    /// Where it is not 0 the likely cause is a missing closing quote on the line named.
    case strayQuote(swallowedLines: Int)
    /// Bytes that have no character in the encoding of the file, in a wanted column (its place in the list of
    /// columns asked for).
    case undecodableBytes(column: Int)
  }

  public let kind: Kind
  /// Lines after the start of the part, as ``CSVRecord/line``: absolute line = `part.firstLine + line`.
  public let line: Int

  public init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
