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

  init(path: String) throws(IngestError) {
    self = try ReferenceFile.decode(CodeLists.self, path: path)
    for (list, codes) in missing {
      for (code, reason) in codes where MissingReason(name: reason) == nil {
        throw .reference(path, reason: "list '\(list)' gives code '\(code)' the unknown reason '\(reason)'")
      }
    }
  }

  /// The code of a region by its name or code, however it is written.
  func region(_ text: String) -> String? {
    let key = HeaderNames.key(text)
    for region in regions where HeaderNames.key(region.name) == key || region.code.lowercased() == key { return region.code }
    for region in regions where (region.names ?? []).contains(where: { HeaderNames.key($0) == key }) { return region.code }
    return nil
  }

  func schoolType(_ text: String) -> SchoolType? {
    let key = HeaderNames.key(text)
    return schoolTypes.first { $0.names.contains { HeaderNames.key($0) == key } }
  }
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
