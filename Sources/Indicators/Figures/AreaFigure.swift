import SchoolStatistics
import Statistics

/// An official value with what it rests on.
struct PublishedShare: Sendable {
  var value: Rational
  var numerator: Int? = nil
  var denominator: Int? = nil
  var decimals = 1
  var basis = Basis.maintained
  var source: SourceLine? = nil
}

/// Half a unit of the last decimal: how far rounding moves a figure at most.
func halfStep(_ decimals: Int) -> Rational {
  Rational(1, 2) / Rational((0..<decimals).reduce(1) { steps, _ in steps * 10 })
}

extension PublishedShare {
  /// Nought where its counts give it exactly.
  var rounding: Rational { numerator == nil ? halfStep(decimals) : Rational(0) }
}

/// The figure of one indicator, group, year and area before it is compared with anything.
struct AreaFigure: Sendable {
  var value: Figure
  var counts: (numerator: Int, denominator: Int)? = nil
  var origin = FigureOrigin.pooled
  var isEstimated = false
  var interval: ConfidenceInterval? = nil
  var coverage: Coverage? = nil
  var notes: [String] = []
  var sources: [SourceLine] = []
  /// What the schools add up to, whatever the headline is.
  var pooled: Figure = .missing(.notSupplied)
  var pooledCounts: (numerator: Int, denominator: Int)? = nil
  var published: PublishedShare? = nil
  /// What the significance of a share is tested on.
  var test: SampledShare? = nil
  /// What it is tested against, where that is not England's figure.
  var comparator: Rational? = nil
  /// How far the exact value may lie from the value, in its unit, where rounded figures made it.
  var rounding = Rational(0)
  /// The cell that was pooled, for the reconciliation.
  var cell: PoolCell? = nil
  /// How far the official value may lie from the pooled one.
  var explicable: Explicable? = nil
  /// Of a gap: the groups it lies between.
  var gap: GapGroups? = nil
  /// True where the rulebook's constant stands for a figure that the data do not hold.
  var isFromRulebook = false
  /// Of a number of schools: how many of those judged were judged a year, and three years, before.
  var judgedBefore: (oneYear: Int, threeYears: Int)? = nil
  /// Children behind a figure that is no share.
  var children: Int? = nil

  init(value: Rational) { self.value = .value(value) }
  init(missing reason: MissingReason) { value = .missing(reason) }

  /// Puts the official value in front; counts are its own, those that fit its percentage of so many pupils, or none:
  /// pooled ones, which need not make the official percentage, stay in the reconciliation.
  mutating func headline(_ official: PublishedShare) {
    // A place that cannot be pooled has no note about pooling beside its official value.
    if value.value == nil { notes = [] }
    published = official
    value = .value(official.value)
    rounding = official.rounding
    origin = .published
    isEstimated = false
    if let numerator = official.numerator, let denominator = official.denominator {
      counts = (numerator, denominator)
    } else if counts != nil {
      counts = nil
      if official.denominator != nil, let fitting = fittingCounts {
        counts = fitting
        isEstimated = true
        notes.append("official value; its count is worked out from the percentage")
      } else if let pooled = pooled.value, let pupils = pooledCounts {
        notes.append(
          "official value without counts; the schools in the files add up to \(pooled.text(decimals: 1))% (\(pupils.numerator) of \(pupils.denominator))"
        )
      }
    }
    if let expected = official.denominator, let known = coverage, known.pupils > 0, expected > known.pupilsExpected {
      coverage = Coverage(
        schools: known.schools, schoolsExpected: known.schoolsExpected, pupils: known.pupils, pupilsExpected: expected)
    }
    if let pupils { test = SampledShare(pupils: pupils, percent: official.value, rounding: rounding) }
    if official.basis == .all { notes.append("official value for all schools, independent ones included") }
    sources = official.source.map { [$0] } ?? []
  }

  mutating func useRulebook(_ known: Rational?) {
    guard let known else { return }
    value = .value(known)
    origin = .published
    isFromRulebook = true
    rounding = halfStep((0...6).first { known.rounded(decimals: $0) == known } ?? 6)
    notes.append("England's figure as the rulebook gives it: the data hold none")
  }

  /// The same without the official value.
  var pooledOnly: AreaFigure {
    var figure = self
    figure.value = pooled
    figure.counts = pooledCounts
    figure.origin = .pooled
    figure.isEstimated = (cell?.estimated ?? 0) > 0
    figure.rounding = cell?.rounding ?? Rational(0)
    figure.test = pooledCounts.flatMap { counts in
      pooled.value.map { SampledShare(pupils: counts.denominator, percent: $0, rounding: figure.rounding) }
    }
    return figure
  }

  /// Pupils that the value is about: the official cohort, else those of the schools in the files.
  var pupils: Int? { published?.denominator ?? pooledCounts?.denominator }

  /// Counts that agree with the value: its own, or those that fit an official percentage of so many pupils.
  var fittingCounts: (numerator: Int, denominator: Int)? {
    if origin == .pooled || published?.numerator != nil { return counts }
    guard let value = value.value, let pupils else { return nil }
    return (Int((value * Rational(pupils) / Rational(100)).roundedUnits(decimals: 0)), pupils)
  }

  /// The share with the pupils that it is of and what rounding may have moved it; nil where they are not known.
  var sample: SampledShare? {
    guard let value = value.value, let counts = fittingCounts, counts.denominator > 0 else { return nil }
    return SampledShare(pupils: counts.denominator, percent: value, rounding: rounding)
  }

  /// `53.3% (16 of 30)`.
  var shareText: String {
    guard let value = value.value else { return "no figure" }
    let percent = value.text(decimals: 1) + "%"
    // Pooled counts do not belong to an official percentage.
    guard origin == .pooled || published?.numerator != nil else { return percent }
    return counts.map { "\(percent) (\($0.numerator) of \($0.denominator))" } ?? percent
  }
}

extension AreaFigure {
  /// Whether it rests on enough of what is expected for a verdict or a direction; true where that is not known.
  ///
  /// An official figure rests on its own cohort, whatever part of it the files hold.
  func isCovered(_ least: Int) -> Bool {
    guard let coverage else { return true }
    if let published {
      guard let cohort = published.denominator, coverage.pupilsExpected > 0 else { return true }
      return max(cohort, coverage.pupils) * 100 >= least * coverage.pupilsExpected
    }
    return coverage.percent.map { $0 >= Rational(least) } ?? true
  }
}
