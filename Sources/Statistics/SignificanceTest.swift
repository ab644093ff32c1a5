import Foundation
import SchoolStatistics

/// What a share is tested on: pupils, their percentage, and what it is compared with (England's figure if nil).
package struct SignificanceSample: Sendable {
  package var pupils: Int
  package var percent: Rational
  package var comparator: Rational?
  package init(pupils: Int, percent: Rational, comparator: Rational? = nil) {
    (self.pupils, self.percent, self.comparator) = (pupils, percent, comparator)
  }
}

/// Whether a share differs from England's at 95%.
///
/// z = (p − P) ÷ √(P(1−P)/n); no verdict where n < 10 or n·P or n·(1−P) < 5. Source: rulebook §7.2.
package struct SignificanceTest {
  package let significance: Significance
  /// True where the cohort is too small for a verdict.
  package let isTooSmall: Bool
  package let z: Double

  /// `percent` and `national` in per cent.
  package init(pupils: Int, percent: Rational, national: Rational) {
    let p = percent.double / 100
    let expected = national.double / 100
    let n = Double(pupils)
    guard expected > 0, expected < 1, pupils > 0 else {
      (significance, isTooSmall, z) = (.notTested, false, 0)
      return
    }
    z = (p - expected) / (expected * (1 - expected) / n).squareRoot()
    isTooSmall = pupils < 10 || n * expected < 5 || n * (1 - expected) < 5
    significance = isTooSmall ? .notTested : z >= 1.96 ? .above : z <= -1.96 ? .below : .notSignificant
  }
}

/// The exact two-sided binomial probability: of all outcomes no likelier than the one seen.
///
/// Shown as a note where a cohort is too small for the normal test. `share` from 0 to 1. Source: rulebook §7.2.
package func binomialProbability(_ successes: Int, of trials: Int, share: Double) -> Double {
  guard trials > 0, share > 0, share < 1, (0...trials).contains(successes) else { return 1 }
  let factorials = (0...trials).map { (k: Int) -> Double in lgamma(Double(k) + 1) }
  let success: Double = log(share)
  let failure: Double = log(1 - share)
  func logarithm(_ k: Int) -> Double {
    let ways = factorials[trials] - factorials[k] - factorials[trials - k]
    return ways + Double(k) * success + Double(trials - k) * failure
  }
  let seen = logarithm(successes) + 1e-9
  return min(
    1,
    (0...trials).reduce(0) { sum, k in
      let outcome = logarithm(k)
      return outcome <= seen ? sum + exp(outcome) : sum
    })
}
