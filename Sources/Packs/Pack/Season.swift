import SchoolStatistics

/// The term of a visit, which sets what the visit is about.
///
/// Source: Kent Improvement Partner Handbook 2009-2010, sections 3, 10, 11 and 13; rulebook §9.2 and §9.3.
public enum Season: String, CaseIterable, Sendable, Codable {
  case autumn, spring, summer

  public var title: String {
    switch self {
    case .autumn: "Autumn"
    case .spring: "Spring"
    case .summer: "Summer"
    }
  }

  /// What the visit is about, in a few words.
  public var focus: String {
    switch self {
    case .autumn: "outcomes and targets"
    case .spring: "provision, and progress to targets"
    case .summer: "leadership, and predictions against targets"
    }
  }

  /// What the visit sets out to do. The self-evaluation form and its sections are those of 2006 to 2010.
  public func purposes(results year: AcademicYear) -> [String] {
    func form(_ sections: String) -> String { year.ending <= 2010 ? " (\(sections) of the SEF)" : "" }
    return switch self {
    case .autumn:
      [
        "Review the actions recorded on the summer note of visit.",
        "Review the targets of the current year and agree those of the next.",
        "Evaluate the school's self-evaluation of outcomes\(form("section A2")).",
        "Agree the level of local authority support and the school's priorities.",
      ]
    case .spring:
      [
        "Review the actions recorded on the autumn note of visit and any brokering plan.",
        "Review progress towards this year's targets.",
        "Evaluate the quality of provision\(form("section A3")).",
      ]
    case .summer:
      [
        "Review the actions recorded on the spring note of visit and the impact of the plan.",
        "Review predictions against this year's targets and progress towards next year's.",
        "Evaluate leadership, capacity and overall effectiveness\(form("sections A4 and A8")).",
      ]
    }
  }

  /// The season of the visit before this one.
  public var previous: Season {
    switch self {
    case .autumn: .summer
    case .spring: .autumn
    case .summer: .spring
    }
  }

  /// Days of a school improvement partner for the visit, in halves: preparation, visit and report.
  public var halfDays: Int { 3 }

  /// The calendar year of a visit that looks at the results of `year`: autumn follows the results at once.
  public func calendarYear(results year: AcademicYear) -> Int { self == .autumn ? year.ending : year.ending + 1 }

  /// That year within those that dates are written in; inputs without a usable row have the year 0.
  private func writtenYear(results year: AcademicYear) -> Int { min(max(calendarYear(results: year), 1000), 9999) }

  /// The last day of the season, by which actions are looked up: 31 December, 31 March or 31 July.
  public func lastDay(results year: AcademicYear) -> CalendarDate {
    let calendar = writtenYear(results: year)
    switch self {
    case .autumn: return CalendarDate(year: calendar, month: 12, day: 31)!
    case .spring: return CalendarDate(year: calendar, month: 3, day: 31)!
    case .summer: return CalendarDate(year: calendar, month: 7, day: 31)!
    }
  }

  /// The season that a day lies in, or follows, and the year whose results are the latest then.
  public static func containing(_ day: CalendarDate) -> (season: Season, results: AcademicYear) {
    switch day.month {
    case 9...12: (.autumn, AcademicYear(ending: day.year))
    case 1...3: (.spring, AcademicYear(ending: day.year - 1))
    default: (.summer, AcademicYear(ending: day.year - 1))
    }
  }

  /// The first day of the season: 1 September, 1 January or 1 April.
  public func firstDay(results year: AcademicYear) -> CalendarDate {
    let calendar = writtenYear(results: year)
    switch self {
    case .autumn: return CalendarDate(year: calendar, month: 9, day: 1)!
    case .spring: return CalendarDate(year: calendar, month: 1, day: 1)!
    case .summer: return CalendarDate(year: calendar, month: 4, day: 1)!
    }
  }
}
