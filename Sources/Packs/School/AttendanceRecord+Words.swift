import SchoolStatistics

extension AttendanceRecord {
  /// The period in words: rates of different periods are not comparable (rulebook §1.6).
  var periodTitle: String {
    switch period {
    case "five_half_terms": "five half terms"
    case "six_half_terms": "six half terms"
    case "autumn_spring": "autumn and spring terms"
    case "autumn": "autumn term"
    case "": "period not stated"
    default: period.replacing("_", with: " ")
    }
  }

  /// Whether a visit can know it: absence up to the year of the results, in spring also that of the autumn term since, in
  /// summer that of autumn and spring.
  func isKnown(at season: Season, results year: AcademicYear) -> Bool {
    if self.year <= year { return true }
    guard self.year.ending == year.ending + 1 else { return false }
    return switch season {
    case .autumn: false
    case .spring: period == "autumn"
    case .summer: period == "autumn" || period == "autumn_spring"
    }
  }

  /// A share of sessions in per cent with two decimals (RAISEonline's absence rates), or the reason.
  func rate(_ figure: Figure) -> String {
    guard let part = figure.count, let whole = possible.count, whole > 0 else {
      return figure.reason?.title ?? possible.reason?.title ?? "not available"
    }
    return Rational.percent(part, of: whole).text(decimals: 1) + "%"
  }
}
