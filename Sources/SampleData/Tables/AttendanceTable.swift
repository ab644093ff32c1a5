extension TableLayout {
  static let attendance = TableLayout(
    "attendance",
    [
      .whole("year"), .whole("urn"), .text("period", "five_half_terms or autumn_spring"), .whole("enrolments"),
      .whole("possible_sessions"), .whole("authorised_absence"), .whole("unauthorised_absence"),
      .whole("persistent_absentees", "64 sessions or more over five half-terms, 52 over autumn and spring"),
    ])
}

/// Attendance by period; primary schools made no return in 2006.
struct AttendanceTable: SchoolTable {
  private let files: [TableFile]

  init(in folder: SampleFolder, country: Country) throws { files = try folder.yearlyTables(.attendance) }

  func write(_ history: SchoolHistory) throws {
    for year in history.years where !(year.year == 2006 && history.school.phase == .primary) {
      let noReturn = (history.school.urn * 31 + year.year * 7) % 400 == 0
      for (period, counts) in year.attendance {
        let file = files[year: year.year]
        file.whole(year.year)
        file.whole(history.school.urn)
        file.text(period.rawValue)
        file.whole(counts.enrolments)
        file.wholes(
          [counts.possibleSessions, counts.authorised, counts.unauthorised, counts.persistentAbsentees],
          missing: noReturn ? "?" : nil)
        try file.endRow()
      }
    }
  }
}
