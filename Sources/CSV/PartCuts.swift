/// Where a file is cut for reading in parts.
struct PartCuts: Sendable {
  private let bounds: [Int]

  init(from start: Int, to end: Int, parts: Int) {
    bounds = (0...parts).map { start + (end - start) / parts * $0 + (end - start) % parts * $0 / parts }
  }

  /// Where the range of the part starts; the end of the data for the number after the last.
  subscript(_ part: Int) -> Int { bounds[part] }

  /// Guesses the byte of the first record or blank line that starts in the range of the part, or behind it.
  ///
  /// Nothing depends on the guess but time. Whether the cut stands inside quotes shows in the quotes that follow: read
  /// the wrong way, they soon open and close where no field begins or ends.
  func guess(_ part: Int, in file: InputFile, options: ReadingOptions) throws(CSVError) -> Int? {
    let cut = bounds[part]
    // The byte before the cut may end the record before it.
    var window = ByteWindow(
      of: file, from: cut - 1, capacity: max(2, min(options.chunkSize, 1 << 16)), recordLimit: options.recordLimit)
    var length = 0
    repeat {
      guard try window.slide(to: cut - 1) else { return nil }
      length = window.count
      let outside = Self.firstRecord(in: window.bytes, insideQuotes: false)
      let inside = Self.firstRecord(in: window.bytes, insideQuotes: true)
      let best = inside.oddQuotes < outside.oddQuotes ? inside : outside
      if let place = best.place { return cut - 1 + place }
    } while !window.reachesEndOfFile && length > 0
    return file.byteCount
  }

  /// The byte after the first line end outside quotes, and how many quotes stand in odd places.
  private static func firstRecord(in bytes: Span<UInt8>, insideQuotes: Bool) -> (place: Int?, oddQuotes: Int) {
    var inside = insideQuotes
    var place: Int?
    var odd = 0
    func isEdge(_ byte: UInt8) -> Bool {
      byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09
    }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x22 {
        let neighbour = inside ? index + 1 : index - 1
        if bytes.indices.contains(neighbour), !isEdge(bytes[neighbour]) { odd += 1 }
        inside.toggle()
      } else if !inside, place == nil, byte == 0x0A || byte == 0x0D, index + 1 < bytes.count {
        place = index + (byte == 0x0D && bytes[index + 1] == 0x0A ? 2 : 1)
      }
    }
    return (place, odd)
  }
}

extension CSVError {
  /// The error with its line, counted from 0 in a part, counted from the start of the file instead.
  func moved(by firstLine: Int) -> CSVError {
    guard let line else { return self }
    if case .unclosedQuote = kind {
      return CSVError(.unclosedQuote(openedAtLine: line + firstLine), path: path, line: line + firstLine, byte: byte)
    }
    return CSVError(kind, path: path, line: line + firstLine, byte: byte)
  }
}
