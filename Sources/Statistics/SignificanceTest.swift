import Foundation
import SchoolStatistics

/// What a share is compared with: England's or a region's percentage, and how far rounding may have moved it.
package struct ComparatorShare: Sendable {
  package var percent: Rational
  package var rounding: Rational
  package init(percent: Rational, rounding: Rational = Rational(0)) {
    (self.percent, self.rounding) = (percent, rounding)
  }
}

/// Whether a share differs from England's (or a region's) at 95%, whatever the exact figures behind rounded ones are.
///
/// z = (p − P) ÷ √(P(1−P)/n); no verdict where n < 10 or n·P or n·(1−P) < 5. Source: rulebook §7.2.
package struct SignificanceTest {
  package let significance: Significance
  /// True where the cohort is too small for a verdict.
  package let isTooSmall: Bool
  /// Of the pair within the rounding that differs least.
  package let z: Double
  /// Of so large a difference by chance, two-sided.
  package var probability: Double { erfc(abs(z) / 2.squareRoot()) }

  /// `percent` and `national` in per cent.
  package init(pupils: Int, percent: Rational, national: Rational) {
    self.init(SampledShare(pupils: pupils, percent: percent), ComparatorShare(percent: national))
  }

  package init(_ sample: SampledShare, _ comparator: ComparatorShare) {
    let n = Double(sample.pupils)
    let expected = comparator.percent
    guard expected > Rational(0), expected < Rational(100), sample.pupils > 0 else {
      (significance, isTooSmall, z) = (.notTested, false, 0)
      return
    }
    let isAbove = sample.percent > comparator.percent
    let sign = Rational(isAbove ? 1 : -1)
    let own = sample.percent - sign * sample.rounding
    let other = comparator.percent + sign * comparator.rounding
    let share = other.double / 100
    let isApart = isAbove ? own > other : own < other
    z =
      isApart && share > 0 && share < 1
      ? (own.double / 100 - share) / (share * (1 - share) / n).squareRoot() : 0
    let least = Rational(500, Int64(sample.pupils))
    isTooSmall = sample.pupils < 10 || expected < least || Rational(100) - expected < least
    significance = isTooSmall ? .notTested : z >= 1.96 ? .above : z <= -1.96 ? .below : .notSignificant
  }
}

/// Which of many probabilities stay significant where at most 5% of those called so may be false discoveries.
///
/// Benjamini and Hochberg's procedure (1995); the order of the results is that of the probabilities.
package func falseDiscoveries(_ probabilities: [Double], rate: Double = 0.05) -> [Bool] {
  let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
  let last = order.indices.last { probabilities[order[$0]] <= rate * Double($0 + 1) / Double(order.count) }
  guard let last else { return Array(repeating: false, count: probabilities.count) }
  let limit = probabilities[order[last]]
  return probabilities.map { $0 <= limit }
}

/// The exact two-sided binomial probability: of all outcomes no likelier than the one seen.
///
/// Shown as a note where a cohort is too small for the normal test. `share` from 0 to 1. O(width of what is not all but
/// impossible), however many trials there are. Source: rulebook §7.2.
package func binomialProbability(_ successes: Int, of trials: Int, share: Double) -> Double {
  guard trials > 0, share > 0, share < 1, (0...trials).contains(successes) else { return 1 }
  let mean = Double(trials) * share
  let reach = 12 * (mean * (1 - share)).squareRoot() + 60
  let outcomes = max(0, Int(mean - reach))...min(trials, Int(mean + reach))
  let success: Double = log(share)
  let failure: Double = log(1 - share)
  func logarithm(_ k: Int) -> Double {
    let ways = lgamma(Double(trials) + 1) - lgamma(Double(k) + 1) - lgamma(Double(trials - k) + 1)
    return ways + Double(k) * success + Double(trials - k) * failure
  }
  let seen = logarithm(successes) + 1e-9
  return min(
    1,
    outcomes.reduce(0) { sum, k in
      let outcome = logarithm(k)
      return outcome <= seen ? sum + exp(outcome) : sum
    })
}
