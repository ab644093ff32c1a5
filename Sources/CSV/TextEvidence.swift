/// What the beginning of a file says about its encoding.
struct TextEvidence: Sendable, Equatable {
  let encoding: TextEncoding
  let hasByteOrderMark: Bool
  /// Whether the beginning is ASCII alone, which fits either encoding.
  let isOpen: Bool

  /// The byte at which the header may start.
  var headerOffset: Int { hasByteOrderMark ? 3 : 0 }

  /// Whether the value has characters under this encoding.
  func explains(_ value: Span<UInt8>) -> Bool {
    switch encoding {
    case .utf8: value.isUTF8 || isOpen && !value.hasUndefinedWindows1252
    case .windows1252: !value.hasUndefinedWindows1252
    }
  }
}

extension TextEvidence {
  /// Bytes looked at.
  private static let length = 1 << 18

  /// Reads the beginning of a file.
  ///
  /// - Throws: `notText` when it cannot be the beginning of a CSV file.
  init(beginningOf file: InputFile) throws(CSVError) {
    var window = ByteWindow(of: file, from: 0, capacity: Self.length, recordLimit: Self.length)
    do {
      if file.byteCount > 0 { _ = try window.slide(to: 0) }
    } catch {
      guard let other = Self.kind(of: window.bytes) else { throw error }
      throw CSVError(.notText(found: other), path: file.path)
    }
    let bytes = window.bytes
    if let other = Self.kind(of: bytes) { throw CSVError(.notText(found: other), path: file.path) }
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    // A character cut in two at the end of the beginning is no evidence.
    var whole = bytes.count
    if !window.reachesEndOfFile {
      while whole > 0, bytes[whole - 1] & 0xC0 == 0x80, bytes.count - whole < 3 { whole -= 1 }
      if whole > 0, bytes[whole - 1] >= 0xC0 { whole -= 1 }
    }
    encoding = hasByteOrderMark || bytes.extracting(first: whole).isUTF8 ? .utf8 : .windows1252
    isOpen = !hasByteOrderMark && bytes.isASCII
  }

  /// The kind of file, when its first bytes are those of one that is not text in the encodings read here.
  private static func kind(of bytes: Span<UInt8>) -> String? {
    let signatures: [([UInt8], String)] = [
      (Array("%PDF".utf8), "a PDF document"),
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive or workbook"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
      ([0x1F, 0x8B], "a gzip archive"),
      ([0xFF, 0xFE], "UTF-16 text"),
      ([0xFE, 0xFF], "UTF-16 text"),
    ]
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }
}

extension Span<UInt8> {
  fileprivate func starts(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    return prefix.indices.allSatisfy { self[$0] == prefix[$0] }
  }
}
