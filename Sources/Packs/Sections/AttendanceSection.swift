import SchoolStatistics

/// Attendance and persistent absence with the period that each rate is of.
///
/// Source: rulebook §1.6: rates on different periods are not comparable.
enum AttendanceSection {
  static func section(
    _ evidence: PackEvidence, _ comparators: PackComparators, records: [AttendanceRecord]
  ) -> PackSection? {
    var tables: [PackTable] = []
    let shown = records.filter { evidence.years.contains($0.year) || $0.year > evidence.year }
    if !shown.isEmpty {
      let rows = shown.reversed().map { record in
        PackRow(
          record.year.title, small: record.periodTitle,
          cells: isLarge(record, evidence)
            ? [
              PackCell(record.rate(record.missed)), PackCell(record.rate(record.authorised)),
              PackCell(record.rate(record.unauthorised)), persistent(record),
            ]
            : Array(repeating: PackCell("too few"), count: 4))
      }
      tables.append(
        PackTable(
          caption: "Half days missed, and enrolments persistently absent, by period", stub: "Year",
          columns: ["Absence", "Authorised", "Unauthorised", "Persistent absence"], rows: Array(rows)))
    }
    let measures = evidence.measures.filter { $0.role == .persistentAbsence || $0.role == .absence }
    let rows = measures.compactMap { AttainmentSection.row($0, evidence, comparators) }
    if !rows.isEmpty {
      tables.append(
        PackTable(
          caption: "Absence over the years",
          columns: evidence.years.map(\.title) + ["LA", "Similar schools", "England", "Quarter"], rows: rows))
    }
    guard !tables.isEmpty else { return nil }
    return PackSection(
      id: "attendance", title: "Attendance", tables: tables,
      notes: ["Rates of different periods are not comparable. Quarter: A has the least absence."])
  }

  private static func isLarge(_ record: AttendanceRecord, _ evidence: PackEvidence) -> Bool {
    record.enrolments.count.map { $0 >= evidence.minimumCohort } ?? true
  }

  private static func persistent(_ record: AttendanceRecord) -> PackCell {
    guard let part = record.persistent.count, let whole = record.enrolments.count, whole > 0 else {
      return PackCell(record.persistent.reason?.title ?? "not available")
    }
    return PackCell(Rational.percent(part, of: whole).text(decimals: 1) + "%", small: "\(part) of \(whole)")
  }
}
