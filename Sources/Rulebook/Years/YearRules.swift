import SchoolStatistics

/// The rules of one school year, after inheritance.
///
/// Source: rulebook §1.5, 1.6, 2, 11.3.
public struct YearRules: Sendable {
  public var year: Int
  /// Ids of the indicators that exist in the year.
  public var indicators: Set<String> = []
  /// What changed between the year before and this one, by indicator.
  public var breaks: [String: String] = [:]
  /// Decimals that differ from the catalogue's.
  public var decimals: [String: Int] = [:]
  /// Pupils from which a school is judged on its own, and a figure of any place may be published.
  public var minimumSchoolCohort = 11
  /// Pupils from which a group of an authority is compared.
  public var minimumAuthorityGroup = 6
  public var persistentAbsence: PersistentAbsenceRule?
  /// Tests of schools by the indicator that counts them.
  public var schoolRules: [String: SchoolRule] = [:]
  /// National medians of school percentages by indicator, where they are known.
  public var medians: [String: Rational] = [:]
  /// England's figures by indicator (`id` or `id/group`), for data that hold none.
  public var england: [String: Rational] = [:]
  /// National targets by indicator.
  public var targets: [String: NationalTarget] = [:]

  public init(year: Int, indicators: Set<String> = []) { (self.year, self.indicators) = (year, indicators) }
}

/// A national target: the value to reach in a year.
public struct NationalTarget: Hashable, Sendable {
  public var year: AcademicYear
  public var value: Rational
}
