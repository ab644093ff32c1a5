/// Attendance of one school over one period.
struct AttendanceCounts: AddableCounts {
  var enrolments = 0
  var possibleSessions = 0
  var authorised = 0
  var unauthorised = 0
  var persistentAbsentees = 0

  /// Sessions missed, in tenths of a per cent of those possible, rounded half up.
  var absenceTenths: Int {
    possibleSessions == 0 ? 0 : (2000 * (authorised + unauthorised) + possibleSessions) / (2 * possibleSessions)
  }

  static func += (total: inout Self, part: Self) {
    total.enrolments += part.enrolments
    total.possibleSessions += part.possibleSessions
    total.authorised += part.authorised
    total.unauthorised += part.unauthorised
    total.persistentAbsentees += part.persistentAbsentees
  }
}

/// The period that an absence rate covers; each has its own threshold of persistent absence.
enum AttendancePeriod: String, CaseIterable, Sendable {
  /// September to May, 64 sessions.
  case fiveHalfTerms = "five_half_terms"
  /// September to March, 52 sessions.
  case autumnSpring = "autumn_spring"

  var possibleSessionsEach: Double { self == .fiveHalfTerms ? 304 : 246 }
  /// Rates over two terms run a little higher: the last half-term is the least absent.
  var excess: Double { self == .fiveHalfTerms ? 1 : 1.06 }

  static func reported(in year: Int) -> [AttendancePeriod] {
    year >= 2009 ? [.fiveHalfTerms, .autumnSpring] : [.fiveHalfTerms]
  }
}

/// Draws a school's attendance: more absence where there is more deprivation, and far more persistent absence.
struct AttendanceSimulation {
  let seed: UInt64

  func attendance(of school: School, in year: Int, roll: Int) -> [(AttendancePeriod, AttendanceCounts)] {
    var stream = RandomStream(seed: seed, purpose: .attendance, key: school.urn, year: year)
    let primary = school.phase == .primary
    let base = (primary ? NationalFigures.absencePrimary : NationalFigures.absenceSecondary)[year: year]
    let persistent = (primary ? NationalFigures.persistentAbsencePrimary : NationalFigures.persistentAbsenceSecondary)[
      year: year]
    let lean = 0.55 * school.traits.deprivation - 0.3 * school.traits.progress[year: year] + 0.4 * stream.normal()
    let ratio = max(0.55, 1 + 0.15 * lean)
    let enrolments = primary ? roll * 6 / 7 : roll
    return AttendancePeriod.reported(in: year).map { period in
      var counts = AttendanceCounts()
      counts.enrolments = enrolments
      counts.possibleSessions = Int(
        (Double(enrolments) * (period.possibleSessionsEach + 2 * stream.uniform())).rounded())
      let absent = stream.binomial(trials: counts.possibleSessions, probability: base * ratio * period.excess / 100)
      counts.unauthorised = min(absent, Int((Double(absent) * max(0.03, 0.15 + 0.05 * lean)).rounded()))
      counts.authorised = absent - counts.unauthorised
      let share = persistent / 100 * ratio * ratio / 1.03 * period.excess
      counts.persistentAbsentees = stream.binomial(trials: enrolments, probability: min(0.5, share))
      return (period, counts)
    }
  }
}
