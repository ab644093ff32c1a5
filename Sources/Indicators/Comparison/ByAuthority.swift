import SchoolStatistics

/// Something about authorities, found by their numbers: those have three digits, so that nothing need be hashed. A
/// longer one takes no more room than a short one.
struct ByAuthority<Value> {
  private var values: [Value?] = []
  private var others: [Int: Value] = [:]
  private static var usual: Range<Int> { 0..<1000 }

  /// The first of several about one authority counts.
  init(_ pairs: some Sequence<(LocalAuthorityCode, Value)>) {
    for (authority, value) in pairs where self[authority] == nil { self[authority] = value }
  }

  subscript(authority: LocalAuthorityCode) -> Value? {
    get { values.indices.contains(authority.number) ? values[authority.number] : others[authority.number] }
    set {
      if Self.usual.contains(authority.number) {
        if values.isEmpty { values = Array(repeating: nil, count: Self.usual.count) }
        values[authority.number] = newValue
      } else {
        others[authority.number] = newValue
      }
    }
  }

  /// By number.
  var all: some Sequence<(authority: LocalAuthorityCode, value: Value)> {
    values.enumerated().compactMap { number, value in value.map { (LocalAuthorityCode(number), $0) } }
      + others.sorted { $0.key < $1.key }.map { (LocalAuthorityCode($0.key), $0.value) }
  }
}

extension ByAuthority: Sendable where Value: Sendable {}
