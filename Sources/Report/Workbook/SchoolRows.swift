import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// The Schools sheet of an authority's workbook: one row a school, one column an indicator, the schools with most to ask
/// about first. It says what the page of schools says.
enum SchoolRows {
  private static let about = [
    WorkbookColumn("URN"), WorkbookColumn("School", isText: true), WorkbookColumn("Type", isText: true),
    WorkbookColumn("Partner", isText: true), WorkbookColumn("Counted as", isText: true),
    WorkbookColumn("Target", isText: true), WorkbookColumn("Significantly worse than England", isText: true),
    WorkbookColumn("Significantly better than England", isText: true),
    WorkbookColumn("Cohort of the first indicator given"),
  ]

  static func table(_ area: Area, _ name: String, _ content: ReportContent) -> WorkbookTable {
    let schools = SchoolPages.schools(area, content)
    let fewest = content.results.fewest(in: content.results.headlineYear)
    // One that no school has enough pupils for, as that of children in care, would be a column of [u].
    let indicators = content.results.indicators.filter { indicator in
      SchoolPages.shows(indicator)
        && schools.contains { school in
          guard let value = school.values[indicator.id], value.value.value != nil else { return false }
          return value.denominator.count.map { $0 >= fewest } ?? true
        }
    }
    let headings = zip(WorkbookWords.headings(indicators), indicators).map { heading, indicator in
      WorkbookColumn("\(heading), \(FigureRows.unit(indicator.unit))")
    }
    let rows = schools.map { Row($0, indicators, fewest: fewest) }
    let order = rows.indices.sorted { (rows[$1].concerns, $0) < (rows[$0].concerns, $1) }
    return WorkbookTable(
      name: "Schools", title: "\(name): schools, \(PeriodText.year(content.results.headlineYear))",
      lines: [
        "This worksheet contains one table. Each row is one school, each column from the tenth one indicator; the schools with most that is worse come first.",
        "No cell is blank: [u] is a figure of fewer than \(fewest) pupils, too few to say anything of one year; [x] not available, [z] not applicable.",
      ],
      columns: about + headings, rows: order.map { rows[$0].cells }, isWorkingList: true)
  }

  private struct Row {
    let cells: [WorkbookCell]
    /// How much there is to ask about.
    let concerns: Int

    init(_ shown: SchoolPages.Shown, _ indicators: [Indicator], fewest: Int) {
      var (worse, better): ([String], [String]) = ([], [])
      var cohort: Int?
      let figures = indicators.map { indicator -> WorkbookCell in
        guard let value = shown.values[indicator.id] else { return .missing(.notApplicable) }
        if indicator.counted == .pupils, cohort == nil { cohort = value.denominator.count }
        if let pupils = value.denominator.count, pupils < fewest { return .missing(.lowReliability) }
        switch Direction(value.significance, indicator.polarity) {
        case .worse: worse.append(indicator.shortTitle)
        case .better: better.append(indicator.shortTitle)
        default: break
        }
        return .figure(value.value, decimals: indicator.decimals)
      }
      let school = shown.school
      let verdicts = shown.targets.filter(\.isHeadline).map { target in
        target.verdict.title + (target.why.isEmpty ? "" : ": \(target.why)")
      }
      cells =
        [
          .code(school.urn.description), .text(school.shownName), .words(school.type),
          shown.partners.map { .words($0) } ?? .missing(.notAvailable), .words(shown.counted.joined(separator: "; ")),
          .words(verdicts.joined(separator: "; ")), .words(worse.joined(separator: "; ")),
          .words(better.joined(separator: "; ")), .optional(cohort),
        ] + figures
      concerns = worse.count + shown.counted.count + shown.targets.count { [.notMet, .notSet].contains($0.verdict) }
    }
  }
}
