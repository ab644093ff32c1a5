import Foundation
import SchoolStatistics

/// Whether two shares differ by more than chance at 95%: another year, another group, a school's own best.
///
/// The pooled z test; Fisher's exact test where fewer than five are expected anywhere; allowing for the best of several,
/// where one of the two was picked from them (Šidák). Source: rulebook §7.2.
package struct TwoSampleTest: Sendable {
  /// Of a difference as large by chance, two-sided.
  package let probability: Double
  package let significance: Significance

  /// The second is what the first is compared with: `above` where the first is higher.
  /// - Parameter candidates: how many the second was picked from as the best; 1 where it was not picked.
  package init(_ first: SampledShare, _ second: SampledShare, bestOf candidates: Int = 1) {
    guard first.pupils > 0, second.pupils > 0 else {
      (probability, significance) = (1, .notTested)
      return
    }
    let one = Self.probability(first, second)
    probability = candidates > 1 ? 1 - pow(1 - one, Double(candidates)) : one
    significance = probability > 0.05 ? .notSignificant : first.percent > second.percent ? .above : .below
  }

  private static func probability(_ first: SampledShare, _ second: SampledShare) -> Double {
    let rounding = first.rounding + second.rounding
    let difference = (first.percent - second.percent).magnitude - rounding
    guard difference > Rational(0) else { return 1 }
    let (n, m) = (Double(first.pupils), Double(second.pupils))
    let share = (first.percent.double * n + second.percent.double * m) / (n + m) / 100
    guard share > 0, share < 1 else { return 1 }
    if isFewExpected(first, second) { return fisher(first, second) }
    let z = difference.double / 100 / (share * (1 - share) * (1 / n + 1 / m)).squareRoot()
    return erfc(z / 2.squareRoot())
  }

  /// Whether fewer than five are expected anywhere, exactly: five expected are enough, however fractions are rounded.
  private static func isFewExpected(_ first: SampledShare, _ second: SampledShare) -> Bool {
    let (n, m) = (Rational(first.pupils), Rational(second.pupils))
    let achieved = first.percent * n + second.percent * m
    let fewer = min(achieved, Rational(100) * (n + m) - achieved)
    return fewer * min(n, m) < Rational(500) * (n + m)
  }

  /// The exact two-sided probability of the table with the same margins: of all tables no likelier than the one seen.
  private static func fisher(_ first: SampledShare, _ second: SampledShare) -> Double {
    let (n, m) = (first.pupils, second.pupils)
    let achieved = first.count + second.count
    func logChoose(_ n: Int, _ k: Int) -> Double {
      lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
    }
    let all = logChoose(n + m, achieved)
    func logarithm(_ k: Int) -> Double { logChoose(n, k) + logChoose(m, achieved - k) - all }
    let seen = logarithm(first.count) + 1e-7
    return min(
      1,
      (max(0, achieved - m)...min(n, achieved)).reduce(0) { sum, k in
        let outcome = logarithm(k)
        return outcome <= seen ? sum + exp(outcome) : sum
      })
  }
}
