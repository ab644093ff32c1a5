import SchoolStatistics

/// Inspections with the grades that matter for the season.
///
/// Source: rulebook §9.3 (Ofsted) and §9.5 (grades in words).
enum InspectionsSection {
  static func section(_ inspections: [Inspection], season: Season) -> PackSection? {
    guard !inspections.isEmpty else { return nil }
    let rows = inspections.prefix(4).map { inspection in
      PackRow(
        inspection.date.words, small: inspection.framework.isEmpty ? "" : "\(inspection.framework) framework",
        cells: [
          PackCell(inspection.words(inspection.overall), small: inspection.category?.title ?? ""),
          PackCell(inspection.words(inspection.behaviour)), PackCell(inspection.words(inspection.teaching)),
          PackCell(inspection.words(inspection.leadership)),
        ])
    }
    let focus =
      switch season {
      case .autumn: "For this visit: outcomes and behaviour."
      case .spring: "For this visit: the grades for provision (teaching, assessment, curriculum, care)."
      case .summer: "For this visit: leadership, capacity and overall effectiveness."
      }
    return PackSection(
      id: "inspections", title: "Inspections", paragraphs: [focus],
      tables: [
        PackTable(
          caption: "Grades, newest first", stub: "Inspected on",
          columns: ["Overall", "Behaviour", "Teaching", "Leadership"], rows: Array(rows))
      ])
  }
}
