import SchoolStatistics

/// Something about authorities, found by their numbers: those have three digits, so that nothing need be hashed.
struct ByAuthority<Value> {
  private var values: [Value?] = []

  /// The first of several about one authority counts.
  init(_ pairs: some Sequence<(LocalAuthorityCode, Value)>) {
    for (authority, value) in pairs where self[authority] == nil { self[authority] = value }
  }

  subscript(authority: LocalAuthorityCode) -> Value? {
    get { authority.number < values.count ? values[authority.number] : nil }
    set {
      if authority.number >= values.count {
        values += repeatElement(nil, count: max(1000, authority.number + 1) - values.count)
      }
      values[authority.number] = newValue
    }
  }

  /// By number.
  var all: some Sequence<(authority: LocalAuthorityCode, value: Value)> {
    values.lazy.enumerated().compactMap { number, value in value.map { (LocalAuthorityCode(number), $0) } }
  }
}
