/// The first record of a file: the names of its columns, and how the rest is to be read.
public struct CSVHeader: Sendable, Equatable {
  /// The names in file order, decoded, blanks round unquoted names trimmed, the byte-order mark removed.
  /// Empty and repeated names stay as written.
  public let names: [String]
  public let encoding: TextEncoding
  public let hasByteOrderMark: Bool
  /// The byte at which the first data record may start.
  public let firstRecordOffset: Int
  /// The line, counted from 1, of that byte.
  public let firstRecordLine: Int
}
