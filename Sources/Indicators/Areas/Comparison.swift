import Rulebook
import SchoolStatistics
import Statistics

/// Makes what every table and page reads out of a figure: interval, England's figure, significance.
final class Comparison: Sendable {
  let indicator: Indicator
  let group: PupilGroup
  /// What changed since the year before.
  let breakBefore: String?

  init(indicator: Indicator, group: PupilGroup, breakBefore: String?) {
    (self.indicator, self.group, self.breakBefore) = (indicator, group, breakBefore)
  }

  /// `isNational` where the figure is England's own.
  func value(_ figure: AreaFigure, england: AreaFigure, place: Place, year: AcademicYear, isNational: Bool)
    -> IndicatorFields
  {
    var value = IndicatorFields(indicator: indicator.id, place: place, year: year, value: figure.value)
    value.group = group
    value.setCounts(of: figure)
    value.origin = figure.origin
    value.isEstimated = figure.isEstimated
    value.interval = figure.interval ?? interval(figure)
    value.gap = figure.gap
    value.coverage = figure.coverage
    value.notes = figure.notes
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
    test(figure, england, &value)
    return value
  }

  /// Wilson's interval of a percentage; of an official one without counts, on the pupils that fit it.
  ///
  /// None of shares of sessions: a pupil's sessions are not independent of one another.
  private func interval(_ figure: AreaFigure) -> ConfidenceInterval? {
    guard indicator.unit == .percent, indicator.counted != .sessions else { return nil }
    return figure.fittingCounts.flatMap { wilsonInterval($0.numerator, of: $0.denominator) }
  }

  private func test(_ figure: AreaFigure, _ england: AreaFigure, _ value: inout IndicatorFields) {
    switch indicator.unit {
    case .percent, .schools:
      guard indicator.counted != .sessions, let sample = figure.test else { return }
      let comparator = sample.comparator ?? (indicator.unit == .schools ? england.test?.percent : england.value.value)
      if let comparator { test(sample, comparator, isReversed: false, &value) }
    case .percentagePoints:
      // England's other pupils are common to both gaps: a wider gap is a lower percentage of the group.
      if let sample = figure.test, let comparator = sample.comparator, let national = england.value.value {
        test(sample, comparator - national, isReversed: true, &value)
      } else if let interval = figure.interval, let national = england.value.value?.double {
        // Rulebook §7.2: nothing is said on fewer than ten.
        if let gap = figure.gap, gap.smallest < 10 { return }
        value.significance = interval.lower > national ? .above : interval.upper < national ? .below : .notSignificant
      }
    case .points:
      if let interval = figure.interval, let national = england.value.value?.double {
        value.significance = interval.lower > national ? .above : interval.upper < national ? .below : .notSignificant
      }
    }
  }

  private func test(
    _ sample: SignificanceSample, _ comparator: Rational, isReversed: Bool, _ value: inout IndicatorFields
  ) {
    let outcome = SignificanceTest(pupils: sample.pupils, percent: sample.percent, national: comparator)
    switch outcome.significance {
    case .above: value.significance = isReversed ? .below : .above
    case .below: value.significance = isReversed ? .above : .below
    default: value.significance = outcome.significance
    }
    guard outcome.isTooSmall, sample.pupils <= 200 else { return }
    let achieved = Int((sample.percent * Rational(sample.pupils) / Rational(100)).roundedUnits(decimals: 0))
    let probability = binomialProbability(achieved, of: sample.pupils, share: comparator.double / 100)
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
