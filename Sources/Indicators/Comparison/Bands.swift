import SchoolStatistics

/// The band of a value by the rule of the Local Authority Interactive Tool.
///
/// Low is good: A ≤ Q1 < B ≤ Q2 < C ≤ Q3 < D. High is good: D ≤ Q1 < C ≤ Q2 < B ≤ Q3 < A, so that a value equal to
/// Q3 is B. Source: rulebook §6.1 and vector 10 of §13. Precondition: three ascending quartiles.
func quartileBand(of value: Rational, quartiles: [Rational], polarity: Polarity) -> QuartileBand {
  let passed = quartiles.count { value > $0 }
  let upwards: [QuartileBand] = polarity == .low ? [.a, .b, .c, .d] : [.d, .c, .b, .a]
  return upwards[passed]
}

/// The inclusive test "at or above the top quartile" of the source documents: ≥ Q3, or ≤ Q1 where low is good.
///
/// Source: rulebook §6.3; targets and criteria are worded inclusively, bands are not.
func isTopQuartile(_ value: Rational, quartiles: [Rational], polarity: Polarity) -> Bool {
  polarity == .low ? value <= quartiles[0] : value >= quartiles[2]
}

/// The tenth that a value lies in, 1 best to 10, with the same side for equals as the bands.
func decile(of value: Rational, deciles: [Rational], polarity: Polarity) -> Int {
  let passed = deciles.count { value > $0 }
  return polarity == .low ? passed + 1 : deciles.count + 1 - passed
}
