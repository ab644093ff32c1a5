/// Why a CSV file could not be read or written, and where.
public struct CSVError: Error, Equatable, Sendable {
  /// What went wrong.
  public enum Kind: Equatable, Sendable {
    /// The file cannot be opened for reading; the reason is the system's.
    case cannotOpen(reason: String)
    /// The file is not text: it holds NUL bytes or begins like another kind of file.
    case notText(found: String)
    /// The file holds no record at all, not even a header.
    case empty
    /// One record takes more bytes than the limit.
    case recordTooLong(limit: Int)
    /// A quote that opens on this line is never closed, so no record can be told from the next.
    case unclosedQuote(openedAtLine: Int)
    /// The system could not deliver the bytes, or the file changed meanwhile.
    case readFailed(reason: String)
    /// The file cannot be created for writing; the reason is the system's.
    case cannotCreate(reason: String)
    /// The system could not take the bytes, a full disk for example.
    case writeFailed(reason: String)
  }

  public let kind: Kind
  /// The path as the caller gave it.
  public let path: String
  /// The line it happened on, counted from 1, where there is one.
  public let line: Int?
  /// The byte it happened at, counted from 0, where there is one.
  public let byte: Int?

  public init(_ kind: Kind, path: String, line: Int? = nil, byte: Int? = nil) {
    self.kind = kind
    self.path = path
    self.line = line
    self.byte = byte
  }
}

extension CSVError: CustomStringConvertible {
  /// The file, the place and what was found there: `ks4.csv:88: …`.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    let byteNote = byte.map { " at byte \($0)" } ?? ""
    return "\(place): \(message)\(byteNote)"
  }

  private var message: String {
    switch kind {
    case .cannotOpen(let reason): "cannot be opened: \(reason)"
    case .notText(let found): "is not a CSV file: found \(found)"
    case .empty: "has no header line: the file is empty"
    case .recordTooLong(let limit):
      "record is longer than \(limit) bytes; expected line ends between records"
    case .unclosedQuote(let line): "quote opened on line \(line) is never closed"
    case .readFailed(let reason): "could not be read: \(reason)"
    case .cannotCreate(let reason): "cannot be created: \(reason)"
    case .writeFailed(let reason): "could not be written: \(reason)"
    }
  }
}
