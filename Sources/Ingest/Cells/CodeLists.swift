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
    self = try ReferenceFile.decode(CodeLists.self, path: path)
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
  /// By the name of the case: `lowCoverage`.
  init?(name: String) {
    guard let reason = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = reason
  }
}

/// The codes of one layout, to look cells up in without making strings.
struct MissingCodes: Sendable {
  private let reasons: [UInt64: MissingReason]

  init(_ lists: [String], in codes: CodeLists) {
    var reasons: [UInt64: MissingReason] = [:]
    for list in lists {
      for (code, reason) in codes.missing[list] ?? [:] {
        if let key = Self.key(Array(code.utf8).span) { reasons[key] = MissingReason(name: reason) }
      }
    }
    self.reasons = reasons
  }

  subscript(_ bytes: Span<UInt8>) -> MissingReason? { Self.key(bytes).flatMap { reasons[$0] } }

  /// Up to eight bytes, letters in upper case.
  private static func key(_ bytes: Span<UInt8>) -> UInt64? {
    guard bytes.count <= 8 else { return nil }
    var key: UInt64 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      key = key << 8 | UInt64((0x61...0x7a).contains(byte) ? byte - 0x20 : byte)
    }
    return key
  }
}
