/// Why a school's results of a year are not in the tables, with the code that stands in their place.
enum ResultsGap: Sendable {
  case none
  /// The boycott of the 2010 key stage 2 tests: no row at all, or a row that says no return.
  case rowAbsent
  case noReturn
  /// Ten pupils or fewer.
  case suppressed
  case notPublished
  case underQuery

  /// The code in each result cell; nil where there is a result or no row.
  var code: String? {
    switch self {
    case .none, .rowAbsent: nil
    case .noReturn: "?"
    case .suppressed: "SUPP"
    case .notPublished: "NP"
    case .underQuery: "Q"
    }
  }

  /// True where the results exist but are not shown: they still count in published totals.
  var isCounted: Bool {
    switch self {
    case .none, .suppressed, .underQuery: true
    case .rowAbsent, .noReturn, .notPublished: false
    }
  }

  static func drawn(for school: School, in year: Int, cohort: Int, seed: UInt64) -> ResultsGap {
    var stream = RandomStream(seed: seed, purpose: .gaps, key: school.urn, year: year)
    let (kind, share) = (stream.uniform(), stream.uniform())
    if year == 2010, school.phase == .primary, share < 0.25 { return kind < 0.5 ? .rowAbsent : .noReturn }
    if cohort <= 10, school.isMainstream, kind < 0.45 { return .suppressed }
    if school.phase == .special, kind < 0.25 { return .notPublished }
    return share > 0.998 ? .underQuery : .none
  }
}
