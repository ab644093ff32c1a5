import Indicators
import Rulebook
import SchoolStatistics
import Statistics

/// Rows of figures for workbooks: the headline year with its comparators, and all years.
enum FigureRows {
  static let headlineColumns = [
    WorkbookColumn("Phase", isText: true), WorkbookColumn("Indicator", isText: true),
    WorkbookColumn("Unit", isText: true),
    WorkbookColumn("Numerator"), WorkbookColumn("Denominator"), WorkbookColumn("Value"),
    WorkbookColumn("Lower limit, 95%"),
    WorkbookColumn("Upper limit, 95%"), WorkbookColumn("England"), WorkbookColumn("Difference from England"),
    WorkbookColumn("Significance against England", isText: true), WorkbookColumn("Region"),
    WorkbookColumn("Difference from region"),
    WorkbookColumn("Significance against region", isText: true), WorkbookColumn("Change, 1 year [note 4]"),
    WorkbookColumn("Change, 3 years [note 4]"), WorkbookColumn("Remarks", isText: true),
  ]

  static func headline(_ compared: ComparedAuthority) -> [WorkbookCell] {
    let value = compared.value
    let indicator = compared.indicator
    let decimals = indicator.decimals
    return [
      .text(indicator.phase.title), .text(indicator.title), .text(unit(indicator.unit)),
      count(value.numerator, value), count(value.denominator, value), .share(value.value, decimals: decimals),
      limit(value.interval?.lower, value, decimals), limit(value.interval?.upper, value, decimals),
      comparator(value.national, value, decimals), comparator(value.difference, value, decimals),
      .words(significance(value.significance, indicator)), comparator(value.regional, value, decimals),
      comparator(value.regionalDifference, value, decimals),
      .words(significance(value.regionalSignificance, indicator)),
      .figure(value.change1.value, decimals: decimals), .figure(value.change3.value, decimals: decimals),
      .words(remarks(value, decimals)),
    ]
  }

  private static func remarks(_ value: IndicatorValue, _ decimals: Int) -> String {
    [NoteText.table(value, decimals: decimals), NoteText.coverage(value) ?? ""].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  static let yearColumns = [
    WorkbookColumn("Phase", isText: true), WorkbookColumn("Indicator", isText: true),
    WorkbookColumn("Academic year", isText: true),
    WorkbookColumn("Pupil group", isText: true), WorkbookColumn("Numerator"), WorkbookColumn("Denominator"),
    WorkbookColumn("Value"),
    WorkbookColumn("England"), WorkbookColumn("Rank"), WorkbookColumn("Ranked"), WorkbookColumn("Band [note 1]"),
    WorkbookColumn("Change of definition", isText: true),
  ]

  /// One row per indicator, year and pupil group, in the order of the results.
  static func years(_ area: Area, _ content: ReportContent) -> [[WorkbookCell]] {
    content.values(of: area.place).compactMap { value in
      guard let indicator = content.indicator(value.indicator) else { return nil }
      return [
        .text(indicator.phase.title), .text(indicator.title), .text(value.year.title), .text(value.group.title),
        count(value.numerator, value), count(value.denominator, value),
        .share(value.value, decimals: indicator.decimals),
        comparator(value.national, value, indicator.decimals), .optional(value.standing?.rank),
        .optional(value.standing?.ranked),
        .words(value.standing?.band ?? ""), .words(value.breakBefore ?? ""),
      ]
    }
  }

  static func unit(_ unit: IndicatorUnit) -> String {
    switch unit {
    case .percent: "%"
    case .percentagePoints: "percentage points"
    case .schools: "schools"
    case .points: "points"
    }
  }

  /// A count falls with the figure it belongs to; one that no file holds is not available.
  private static func count(_ figure: Figure, _ value: IndicatorValue) -> WorkbookCell {
    if let reason = value.value.reason, figure.count == nil { return .missing(reason) }
    return figure.count.map { .count($0) } ?? .missing(figure.reason ?? .notApplicable)
  }

  private static func comparator(_ figure: Figure, _ value: IndicatorValue, _ decimals: Int) -> WorkbookCell {
    .figure(figure, decimals: decimals)
  }

  private static func limit(_ limit: Double?, _ value: IndicatorValue, _ decimals: Int) -> WorkbookCell {
    guard let limit else { return .missing(value.value.reason ?? .notApplicable) }
    return .figure(.value(FigureText.rounded(limit, decimals)), decimals: decimals)
  }

  private static func significance(_ found: Significance, _ indicator: Indicator) -> String {
    switch found {
    case .above, .below:
      let direction = Direction(found, indicator.polarity)
      return "significantly " + (direction == .better ? "better" : direction == .worse ? "worse" : found.rawValue)
    case .notSignificant: return "not significant"
    case .notTested: return ""
    }
  }
}
