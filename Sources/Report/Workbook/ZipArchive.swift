/// A ZIP archive in memory, of which one entry can be exchanged. All other entries stay as they are, byte for byte.
///
/// Knows what workbooks need: no encryption, no ZIP64, entries one after another (PKWARE APPNOTE 6.3, §4.3 and §4.4).
struct ZipArchive {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The archive with the entry's content replaced, stored without compression and dated 1 January 1980.
  func replacing(_ name: String, with content: [UInt8]) throws(WorkbookError) -> [UInt8] {
    let end = try endOfDirectory()
    let count = short(end + 10)
    let directory = long(end + 16)
    var entries: [(record: Range<Int>, offset: Int, name: [UInt8])] = []
    var position = directory
    for _ in 0..<count {
      guard position + 46 <= end, long(position) == 0x0201_4b50 else { throw .malformedArchive }
      let (nameLength, rest) = (short(position + 28), short(position + 30) + short(position + 32))
      let next = position + 46 + nameLength + rest
      guard next <= end else { throw .malformedArchive }
      entries.append((position..<next, long(position + 42), Array(bytes[position + 46..<position + 46 + nameLength])))
      position = next
    }
    guard entries.contains(where: { $0.name == Array(name.utf8) }) else { throw .malformedArchive }

    var out: [UInt8] = []
    var newDirectory: [UInt8] = []
    let starts = entries.map(\.offset).sorted()
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      let finish = starts.first { $0 > entry.offset } ?? directory
      guard finish <= directory, entry.offset < finish else { throw .malformedArchive }
      let offset = out.count
      var record = Array(bytes[entry.record])
      if entry.name == Array(name.utf8) {
        let facts = little(crc32(content), 4) + little(content.count, 4) + little(content.count, 4)
        // Version, flags, method (stored), time and date are the same in both records.
        let common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + facts
        out += little(0x0403_4b50, 4) + common + little(entry.name.count, 2) + little(0, 2) + entry.name + content
        record = little(0x0201_4b50, 4) + little(20, 2) + common + little(entry.name.count, 2)
        record += [UInt8](repeating: 0, count: 16) + entry.name
      } else {
        out += bytes[entry.offset..<finish]
      }
      record.replaceSubrange(42..<46, with: little(offset, 4))
      newDirectory += record
    }
    let start = out.count
    out += newDirectory
    out += little(0x0605_4b50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
    return out + little(newDirectory.count, 4) + little(start, 4) + little(0, 2)
  }

  private func endOfDirectory() throws(WorkbookError) -> Int {
    var position = bytes.count - 22
    while position >= 0 {
      if long(position) == 0x0605_4b50 { return position }
      position -= 1
    }
    throw .malformedArchive
  }

  private func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
  private func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }
  private func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as ZIP uses it (polynomial EDB88320, reflected).
  private func crc32(_ content: [UInt8]) -> Int {
    var crc: UInt32 = 0xffff_ffff
    for byte in content {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xedb8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
