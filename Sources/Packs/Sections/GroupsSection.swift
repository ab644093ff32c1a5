import Rulebook
import SchoolStatistics

/// How groups of pupils do on the attainment headline, small numbers pooled or hidden.
///
/// Source: rulebook §9.3 (groups with suppression), §7.4 (pairs fall together); The School Improvement Partner's
/// Brief, edition 3, section 3.
enum GroupsSection {
  /// Groups that together make up the cohort.
  private static let pairs: [(PupilGroup, PupilGroup)] = [
    (.boys, .girls), (.fsm, .notFSM), (.disadvantaged, .notDisadvantaged), (.sen, .noSEN), (.eal, .notEAL),
  ]

  static func section(_ evidence: PackEvidence, _ comparators: PackComparators) -> PackSection? {
    guard let measure = evidence.headline, let indicator = evidence.indicator(measure.indicator) else { return nil }
    var rows: [PackRow] = []
    for (first, second) in pairs {
      let one = evidence.row(measure.indicator, evidence.year, first)
      let other = evidence.row(measure.indicator, evidence.year, second)
      guard one != nil || other != nil else { continue }
      let shown = ShownFigure.pair(one, other, minimum: evidence.minimumCohort)
      rows.append(row(first, shown.0, indicator, evidence, comparators))
      rows.append(row(second, shown.1, indicator, evidence, comparators))
    }
    for group in [PupilGroup.cic, .senSupport, .ehcPlan] {
      guard let one = evidence.groupRow(measure, group) else { continue }
      // Children in care stand alone: a small group is pooled or hidden.
      rows.append(
        row(group, .of(one, minimum: evidence.minimumCohort), indicator, evidence, comparators, id: one.value.indicator)
      )
    }
    guard !rows.isEmpty else { return nil }
    return PackSection(
      id: "groups", title: "Groups of pupils",
      tables: [
        PackTable(
          caption: "\(indicator.shortTitle), \(evidence.year.title)", stub: "Group",
          columns: ["School", "LA, same group", "England, same group", "School less England", "Against England"],
          rows: rows)
      ],
      notes: [
        "Groups of fewer than \(evidence.minimumCohort) pupils are pooled over three years or not shown; where one of two groups is small, both are treated alike. Children in care of a school are few: they are shown over three years or not at all."
      ])
  }

  private static func row(
    _ group: PupilGroup, _ shown: ShownFigure, _ indicator: Indicator, _ evidence: PackEvidence,
    _ comparators: PackComparators, id own: String? = nil
  ) -> PackRow {
    let id = own ?? indicator.id
    let england = comparators.england(id, evidence.year, group)
    var gap = PackCell("not shown")
    var significance = "not tested"
    if case .value(let row) = shown {
      if let difference = row.quote("difference_from_national") {
        gap = PackCell(difference.text.signed, small: "points")
      }
      switch row.value.significance {
      case .above: significance = "above by more than chance"
      case .below: significance = "below by more than chance"
      case .notSignificant: significance = "within chance"
      case .notTested: break
      }
    }
    return PackRow(
      group.title,
      cells: [
        PackCell(shown, unit: indicator.unit), comparators.cell(comparators.authorityValue(id, evidence.year, group)),
        comparators.cell(england), gap, PackCell(significance),
      ])
  }
}
