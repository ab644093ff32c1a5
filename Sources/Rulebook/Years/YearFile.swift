import SchoolStatistics

/// One file of the rulebook as it is written: what is not said is inherited.
struct YearFile: Decodable, Sendable {
  struct MinimumCohort: Decodable, Sendable {
    var school: Int
    var authorityGroup: Int
    private enum CodingKeys: String, CodingKey {
      case school
      case authorityGroup = "authority_group"
    }
  }
  struct Target: Decodable, Sendable {
    var year: Int
    var value: Double
  }
  var year: Int
  var inherits: Int?
  var indicators: [String]?
  var breaks: [String: String]?
  var decimals: [String: Int]?
  var minimumCohort: MinimumCohort?
  var persistentAbsence: PersistentAbsenceRule?
  var schoolRules: [String: SchoolRule]?
  var medians: [String: Double]?
  var england: [String: Double]?
  var targets: [String: Target]?

  private enum CodingKeys: String, CodingKey {
    case year, inherits, indicators, decimals, medians, england, targets
    case breaks = "breaks_before"
    case minimumCohort = "minimum_cohort"
    case persistentAbsence = "persistent_absence"
    case schoolRules = "school_rules"
  }

  /// The rules of the year, given those of the year it inherits from. Breaks, England's figures, medians and
  /// targets belong to their own year.
  func rules(from earlier: YearRules?) -> YearRules {
    var rules = earlier ?? YearRules(year: year)
    rules.year = year
    if let indicators { rules.indicators = Set(indicators) }
    rules.breaks = breaks ?? [:]
    rules.decimals.merge(decimals ?? [:]) { $1 }
    if let minimumCohort {
      rules.minimumSchoolCohort = minimumCohort.school
      rules.minimumAuthorityGroup = minimumCohort.authorityGroup
    }
    rules.persistentAbsence = persistentAbsence ?? rules.persistentAbsence
    rules.schoolRules.merge(schoolRules ?? [:]) { $1 }
    rules.medians = (medians ?? [:]).mapValues(Rational.init(decimal:))
    rules.england = (england ?? [:]).mapValues(Rational.init(decimal:))
    rules.targets = (targets ?? [:]).mapValues {
      NationalTarget(year: AcademicYear(ending: $0.year), value: Rational(decimal: $0.value))
    }
    return rules
  }
}
