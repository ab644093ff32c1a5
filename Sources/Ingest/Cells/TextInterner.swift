import CSV
import SchoolStatistics

/// Gathers a column of text with each distinct text kept once; a string is made only when a text is new.
struct TextInterner: Sendable {
  private(set) var indices: [UInt32] = []
  private(set) var distinct: [String] = []
  private var written: [[UInt8]] = []
  private var positions: [UInt64: [UInt32]] = [:]
  private var last: UInt32 = 0

  var count: Int { indices.count }

  mutating func reserveCapacity(_ count: Int) { indices.reserveCapacity(count) }

  mutating func append(_ bytes: Span<UInt8>, encoding: TextEncoding) {
    indices.append(intern(bytes, encoding: encoding))
  }

  mutating func append(_ index: UInt32) { indices.append(index) }

  mutating func replaceIndices(_ new: [UInt32]) { indices = new }

  mutating func intern(_ bytes: Span<UInt8>, encoding: TextEncoding) -> UInt32 {
    if Int(last) < written.count, Self.same(written[Int(last)], bytes) { return last }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    for candidate in positions[hash] ?? [] where Self.same(written[Int(candidate)], bytes) {
      last = candidate
      return candidate
    }
    last = UInt32(clamping: distinct.count)
    positions[hash, default: []].append(last)
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    written.append(copy)
    distinct.append(String(decoding: bytes, encoding: encoding))
    return last
  }

  mutating func intern(_ text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return intern(bytes.span, encoding: .utf8)
  }

  subscript(row: Int) -> String { distinct[Int(indices[row])] }

  /// The texts of another part behind these.
  mutating func append(contentsOf other: TextInterner) {
    var moved: [UInt32] = []
    for index in other.written.indices {
      // The other part's own decoding is kept.
      let bytes = other.written[index]
      moved.append(intern(bytes.span, decoded: other.distinct[index]))
    }
    indices.reserveCapacity(indices.count + other.indices.count)
    for index in other.indices { indices.append(moved[Int(index)]) }
  }

  private mutating func intern(_ bytes: Span<UInt8>, decoded: String) -> UInt32 {
    let before = distinct.count
    let index = intern(bytes, encoding: .utf8)
    if distinct.count > before { distinct[before] = decoded }
    return index
  }

  private static func same(_ text: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard text.count == bytes.count else { return false }
    for index in bytes.indices where text[index] != bytes[index] { return false }
    return true
  }

  var column: TextColumn { TextColumn(indices: indices, distinct: distinct) }
}
