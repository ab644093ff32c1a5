import Foundation
import Rulebook
import SchoolStatistics
import Statistics

/// Makes what every table and page reads out of a figure: interval, England's figure, significance.
final class Comparison: Sendable {
  let indicator: Indicator
  let group: PupilGroup
  /// What changed since the year before.
  let breakBefore: String?

  private let leastCoverage: Int

  init(indicator: Indicator, group: PupilGroup, breakBefore: String?, leastCoverage: Int) {
    (self.indicator, self.group, self.breakBefore) = (indicator, group, breakBefore)
    self.leastCoverage = leastCoverage
  }

  /// `isNational` where the figure is England's own.
  func value(_ figure: AreaFigure, england: AreaFigure, place: Place, year: AcademicYear, isNational: Bool)
    -> IndicatorFields
  {
    var value = IndicatorFields(indicator: indicator.id, place: place, year: year, value: figure.value)
    value.group = group
    value.setCounts(of: figure)
    if indicator.canBeTested, figure.isCovered(leastCoverage) { value.sample = figure.test }
    value.origin = figure.origin
    value.isEstimated = figure.isEstimated
    value.interval = figure.interval ?? interval(figure)
    value.gap = figure.gap
    value.coverage = figure.coverage
    value.notes = figure.notes
    if figure.value.value != nil, !figure.isCovered(leastCoverage) {
      value.notes.append("rests on under \(leastCoverage)% of what is expected: no verdict, no direction")
    }
    value.sources = figure.sources
    value.breakBefore = breakBefore
    guard !isNational, let national = england.value.value else { return value }
    value.national = .value(national)
    guard let own = figure.value.value else { return value }
    if indicator.unit == .schools {
      value.difference = .missing(.notApplicable)
    } else {
      value.difference = .value(own - national)
    }
    if figure.isCovered(leastCoverage) { test(figure, england, &value) }
    return value
  }

  /// Wilson's interval of a percentage; of an official one without counts, on the pupils that fit it.
  ///
  /// An official one carries its rounding.
  private func interval(_ figure: AreaFigure) -> ConfidenceInterval? {
    guard indicator.unit == .percent, indicator.canBeTested else { return nil }
    return figure.sample.flatMap(wilsonInterval)
  }

  private func test(_ figure: AreaFigure, _ england: AreaFigure, _ value: inout IndicatorFields) {
    switch indicator.unit {
    case .percent, .schools:
      guard let sample = value.sample,
        let comparator = indicator.unit == .schools ? england.test?.percent : england.value.value
      else { return }
      test(sample, ComparatorShare(percent: comparator, rounding: england.rounding), isReversed: false, &value)
    case .percentagePoints:
      // England's other pupils are common to both gaps: a wider gap is a lower percentage of the group.
      if let sample = value.sample, let comparator = figure.comparator, let national = england.value.value {
        test(
          sample, ComparatorShare(percent: comparator - national, rounding: england.rounding), isReversed: true, &value)
      } else if let interval = figure.interval, let gap = figure.gap, gap.smallest >= 10 {
        // Rulebook §7.2: nothing is said on fewer than ten.
        test(interval, england, &value)
      }
    case .points: if let interval = figure.interval { test(interval, england, &value) }
    }
  }

  /// England's figure lies outside the interval, its rounding allowed for.
  private func test(_ interval: ConfidenceInterval, _ england: AreaFigure, _ value: inout IndicatorFields) {
    guard let national = england.value.value?.double else { return }
    let rounding = england.rounding.double
    value.significance =
      interval.lower > national + rounding
      ? .above : interval.upper < national - rounding ? .below : .notSignificant
    let distance = max(0, abs((interval.lower + interval.upper) / 2 - national) - rounding)
    let width = interval.upper - interval.lower
    value.probability = width > 0 ? erfc(distance / (width / (2 * normalQuantile)) / 2.squareRoot()) : nil
  }

  private func test(
    _ sample: SampledShare, _ comparator: ComparatorShare, isReversed: Bool, _ value: inout IndicatorFields
  ) {
    let outcome = SignificanceTest(sample, comparator)
    switch outcome.significance {
    case .above: value.significance = isReversed ? .below : .above
    case .below: value.significance = isReversed ? .above : .below
    default: value.significance = outcome.significance
    }
    if outcome.significance != .notTested { value.probability = outcome.probability }
    guard outcome.isTooSmall else { return }
    let probability = binomialProbability(
      sample.count, of: sample.pupils, share: comparator.percent.double / 100)
    let text = probability < 0.0005 ? "< 0.001" : "= " + Rational(decimal: probability).text(decimals: 3)
    value.notes.append("too few for a test of significance; exact binomial p \(text)")
  }
}

extension IndicatorFields {
  /// Numerator and denominator, where the figure has them.
  mutating func setCounts(of figure: AreaFigure) {
    if let counts = figure.counts {
      numerator = .count(counts.numerator)
      denominator = .count(counts.denominator)
    } else if let pupils = figure.published?.denominator ?? figure.children, figure.value.value != nil {
      denominator = .count(pupils)
    }
  }
}
