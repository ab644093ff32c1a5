import SchoolStatistics

extension ComparisonRelation {
  /// Whether two figures stand to each other as asked, at the precision to which the coarser of them is stated.
  ///
  /// A target of 4.2% is not above 4.199%: at one decimal both are 4.2. The one rule for all criteria and sentences.
  /// - Parameter decimals: of the coarser figure; nil where both are exact.
  public func holds(_ left: Rational, _ right: Rational, decimals: Int?) -> Bool {
    let (left, right) = decimals.map { (left.rounded(decimals: $0), right.rounded(decimals: $0)) } ?? (left, right)
    return switch self {
    case .atLeast: left >= right
    case .moreThan: left > right
    case .atMost: left <= right
    case .equal: left == right
    case .present: true
    }
  }

  /// The fewest pupils of a cohort whose share stands to a line as asked; nil where not even all of them do.
  /// Precondition: the cohort is not empty, and the relation asks for more rather than less. O(log cohort).
  public func fewestPupils(of cohort: Int, _ line: Rational, decimals: Int?) -> Int? {
    var (low, high) = (0, cohort + 1)
    while low < high {
      let middle = (low + high) / 2
      if holds(.percent(middle, of: cohort), line, decimals: decimals) { high = middle } else { low = middle + 1 }
    }
    return low <= cohort ? low : nil
  }
}

extension AmbitionComparison {
  /// Decimals at which the two figures are compared, those of the coarser; nil where both are exact.
  public var decimals: Int? { Self.coarser(left.decimals, right?.decimals) }

  public static func coarser(_ a: Int?, _ b: Int?) -> Int? { a.map { own in b.map { min(own, $0) } ?? own } ?? b }

  /// Two figures compared at the stated precision; not assessable where either is missing.
  ///
  /// - Parameter tolerance: by how much the first may lie below the second all the same.
  public init(
    comparing test: String, _ left: ComparedFigure, _ relation: ComparisonRelation, _ right: ComparedFigure,
    tolerance: Rational = Rational(0), sources: [SourceLine] = []
  ) {
    self.init(
      test: test, outcome: .notAssessable, left: left, relation: relation, right: right, sources: sources)
    guard let own = left.value.value, let line = right.value.value else { return }
    outcome = relation.holds(own, line - tolerance, decimals: decimals) ? .met : .notMet
    if outcome == .met { pupilsNeeded = 0 }
  }
}
