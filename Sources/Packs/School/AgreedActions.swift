import SchoolStatistics

/// The actions agreed at earlier visits (canonical table `visit_actions`).
enum AgreedActions {
  /// Those of the last visit before `day`; for a handover all of the two years before it.
  ///
  /// Source: Kent Improvement Partner Handbook 2009-2010, section 9 ("imported into the next NOV") and section 7
  /// (notes of visit of the previous two years to the new partner).
  static func before(_ day: CalendarDate, _ rows: [RowsBySchool.Row], isHandover: Bool) -> [AgreedAction] {
    let actions = rows.compactMap { row -> AgreedAction? in
      guard let visited = row.date("visited_on"), visited < day else { return nil }
      return AgreedAction(
        visitedOn: visited, action: row.text("action"), due: row.date("due")?.words ?? row.text("due"),
        owner: row.text("owner_role"), progress: row.text("progress").replacing("_", with: " "))
    }.sorted { $0.visitedOn > $1.visitedOn }
    if isHandover {
      let since = CalendarDate(year: day.year - 2, month: day.month, day: day.day)!
      return actions.filter { $0.visitedOn >= since }
    }
    guard let last = actions.first?.visitedOn else { return [] }
    return actions.filter { $0.visitedOn == last }
  }
}
