import SchoolStatistics

/// The authorities' values of one indicator in one year and pupil group, with where each stands among them.
struct RankedField {
  let key: FieldKey
  /// Where the authorities' values are.
  let positions: [Int]
  /// For each of them; nil where it has no rank.
  var standings: [Standing?]
  /// For each of them: what it is ranked by; nil where it has no rank.
  var compared: [Rational?]
  /// For each of them: why a value has no rank all the same.
  var unrankedReasons: [String?]
  /// Nil where no authority is ranked.
  var distribution: Distribution?
  /// Rows among `positions`.
  private let rows: ByAuthority<Int32>

  /// `authorities` are those of `positions`, in the same order.
  init(key: FieldKey, positions: [Int], authorities: [LocalAuthorityCode]) {
    (self.key, self.positions) = (key, positions)
    standings = Array(repeating: nil, count: positions.count)
    compared = Array(repeating: nil, count: positions.count)
    unrankedReasons = Array(repeating: nil, count: positions.count)
    rows = ByAuthority(authorities.enumerated().map { ($1, Int32(clamping: $0)) })
  }

  /// The row of an authority; nil where it has no value here.
  func row(_ authority: LocalAuthorityCode) -> Int? { rows[authority].map { Int($0) } }
}
