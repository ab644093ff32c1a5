import SchoolStatistics
import Statistics

/// Whether a headline is the official figure or the tool's own pooling.
public enum FigureOrigin: String, Sendable { case pooled, published }

/// How much of a cohort a figure rests on.
public struct Coverage: Hashable, Sendable {
  /// Schools with results, of schools expected to have them.
  public var schools: Int
  public var schoolsExpected: Int
  /// Pupils in the denominators that were summed, of pupils in all cohorts (as far as known).
  public var pupils: Int
  public var pupilsExpected: Int
  public init(schools: Int, schoolsExpected: Int, pupils: Int, pupilsExpected: Int) {
    (self.schools, self.schoolsExpected, self.pupils, self.pupilsExpected) = (
      schools, schoolsExpected, pupils, pupilsExpected
    )
  }

  /// Pupils (or, where pupils are not known, schools), per cent of those expected; nil where none are.
  public var percent: Rational? {
    if pupilsExpected > 0 { return .percent(pupils, of: pupilsExpected) }
    return schoolsExpected > 0 ? .percent(schools, of: schoolsExpected) : nil
  }
}

/// A change between two years, or the reason why there is none (a break, a gap).
public struct Change: Hashable, Sendable {
  public var years: Int
  public var value: Figure
  /// Whether the two years differ by more than chance: a question of two samples (rulebook §7.2).
  public var significance: Significance
  public init(years: Int, value: Figure, significance: Significance = .notTested) {
    (self.years, self.value, self.significance) = (years, value, significance)
  }
}

/// Three years pooled, for small cohorts: ΣN ÷ ΣD over the years that are comparable.
public struct PooledYears: Hashable, Sendable {
  public var years: [AcademicYear]
  public var numerator: Int
  public var denominator: Int
  /// England over the same years, in per cent; missing where it has no figure in one of them.
  public var national: Figure
  public init(
    years: [AcademicYear], numerator: Int, denominator: Int, national: Figure = .missing(.notSupplied)
  ) {
    (self.years, self.numerator, self.denominator, self.national) = (years, numerator, denominator, national)
  }
  public var percent: Rational { .percent(numerator, of: denominator) }
}
