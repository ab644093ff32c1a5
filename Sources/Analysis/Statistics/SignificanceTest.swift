import Foundation
import SchoolStatistics

/// What a share is tested on: pupils, their percentage, and what it is compared with (England's figure if nil).
struct SignificanceSample: Sendable {
  var pupils: Int
  var percent: Rational
  var comparator: Rational? = nil
}

/// Whether a share differs from England's at 95%.
///
/// z = (p − P) ÷ √(P(1−P)/n); no verdict where n < 10 or n·P or n·(1−P) < 5. Source: rulebook §7.2.
struct SignificanceTest {
  let significance: Significance
  /// True where the cohort is too small for a verdict.
  let isTooSmall: Bool
  let z: Double

  /// `percent` and `national` in per cent.
  init(pupils: Int, percent: Rational, national: Rational) {
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
func binomialProbability(_ successes: Int, of trials: Int, share: Double) -> Double {
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
