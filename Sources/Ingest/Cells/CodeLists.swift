import ReferenceFiles
import SchoolStatistics

/// The codes that stand for missing values, and the words for school types and regions: `codes.json5`.
struct CodeLists: Decodable, Sendable {
  struct SchoolType: Decodable, Sendable {
    var names: [String]
    var kind: SchoolKind?
    var stateFunded: Bool?
    var title: String?
  }
  struct RegionNames: Decodable, Sendable {
    var code: String
    var name: String
    var names: [String]?
  }
  /// Lists of codes by name; a code's value is the raw name of a `MissingReason`.
  var missing: [String: [String: String]]
  var schoolTypes: [SchoolType]
  var regions: [RegionNames]
  /// School types and region codes by their names as they are compared.
  private var typesByName: [String: SchoolType] = [:]
  private var regionsByName: [String: String] = [:]

  private enum CodingKeys: CodingKey { case missing, schoolTypes, regions }

  init(path: String) throws(IngestError) {
    self = try ReferenceFile.read(CodeLists.self, path: path)
    for (list, codes) in missing {
      for (code, reason) in codes where MissingReason(name: reason) == nil {
        throw .reference(path, reason: "list '\(list)' gives code '\(code)' the unknown reason '\(reason)'")
      }
    }
    for type in schoolTypes { for name in type.names { typesByName[HeaderNames.key(name)] = type } }
    for region in regions {
      for name in [region.code, region.name] + (region.names ?? []) {
        regionsByName[HeaderNames.key(name)] = region.code
      }
    }
  }

  /// The code of a region by its name or code, however it is written.
  func region(_ text: String) -> String? { regionsByName[HeaderNames.key(text)] }

  /// The school type of a name or code, however it is written.
  func schoolType(_ text: String) -> SchoolType? { text.isEmpty ? nil : typesByName[HeaderNames.key(text)] }
}

extension MissingReason {
  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// By the name of the case: `lowCoverage`.
  init?(name: String) {
    guard let reason = Self.byName[name] else { return nil }
    self = reason
  }
}

/// The codes of one layout, to look cells up in without making strings.
final class MissingCodes: Sendable {
  /// A table with open addressing, at most half full; a code is up to eight bytes, never all of them zero.
  private let slots: [(code: UInt64, reason: MissingReason)]

  init(_ lists: [String], in codes: CodeLists) {
    var reasons: [UInt64: MissingReason] = [:]
    for list in lists {
      for (code, reason) in codes.missing[list] ?? [:] {
        if let key = Array(code.utf8).span.shortWord { reasons[key] = MissingReason(name: reason) }
      }
    }
    var capacity = 8
    while capacity < reasons.count * 2 { capacity *= 2 }
    var slots = [(code: UInt64, reason: MissingReason)](repeating: (0, .unknownCode), count: capacity)
    for (code, reason) in reasons.sorted(by: { $0.key < $1.key }) {
      var slot = Self.slot(code, of: capacity)
      while slots[slot].code != 0 { slot = (slot + 1) % capacity }
      slots[slot] = (code, reason)
    }
    self.slots = slots
  }

  /// What a cell without blanks at its ends stands for, or nil.
  subscript(_ bytes: Span<UInt8>) -> MissingReason? {
    if bytes.isEmpty { return .blank }
    guard let code = bytes.shortWord else { return nil }
    var slot = Self.slot(code, of: slots.count)
    while slots[slot].code != 0 {
      if slots[slot].code == code { return slots[slot].reason }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Where the search for a code begins. Precondition: `capacity` is a power of two.
  private static func slot(_ code: UInt64, of capacity: Int) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9e37_79b9_7f4a_7c15) >> 32) & (capacity - 1)
  }
}

extension Span<UInt8> {
  /// Up to eight bytes in one number, letters in upper case; nil of more.
  var shortWord: UInt64? {
    guard count <= 8 else { return nil }
    var word: UInt64 = 0
    for index in indices {
      let byte = self[index]
      word = word << 8 | UInt64((0x61...0x7a).contains(byte) ? byte - 0x20 : byte)
    }
    return word
  }
}
