import SchoolStatistics

/// The actions agreed at earlier visits (canonical table `visit_actions`).
enum AgreedActions {
  /// Those of the last visit before `day`; for a handover all of the two years before it.
  ///
  /// Source: Kent Improvement Partner Handbook 2009-2010, section 9 ("imported into the next NOV") and section 7
  /// (notes of visit of the previous two years to the new partner).
  static func before(_ day: CalendarDate, _ visits: [VisitAction], isHandover: Bool) -> [AgreedAction] {
    let actions = visits.filter { $0.visitedOn < day }.map { visit in
      AgreedAction(
        visitedOn: visit.visitedOn, action: visit.action, due: visit.due?.words ?? visit.dueAsWritten,
        owner: visit.owner, progress: visit.progress.replacing("_", with: " "))
    }.sorted { $0.visitedOn > $1.visitedOn }
    if isHandover {
      let since = CalendarDate(year: day.year - 2, month: day.month, day: day.day)!
      return actions.filter { $0.visitedOn >= since }
    }
    guard let last = actions.first?.visitedOn else { return [] }
    return actions.filter { $0.visitedOn == last }
  }
}
