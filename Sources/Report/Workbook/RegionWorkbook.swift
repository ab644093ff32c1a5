import Rulebook
import SchoolStatistics

/// `regions/<region>.xlsx`: the authorities of a region (or of England) side by side.
struct RegionWorkbooks: ReportOutput {
  let format = ReportFormat.xlsx

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let fields = content.comparisonFields
    try inOrder(fields.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      let field = fields[index]
      return (
        path: field.workbookPath,
        bytes: try WorkbookFile.reportBytes(Self.workbook(field, content), path: field.workbookPath)
      )
    } use: { (made) throws(ReportError) in
      try folder.write(made.bytes, to: made.path)
    }
  }

  static func workbook(_ field: ComparisonField, _ content: ReportContent) -> Workbook {
    let year = content.results.headlineYear
    let title = PeriodText.year(year)
    var tables = [
      matrix("Bands", "\(field.name): band of each authority on each indicator, \(title)", field, content) {
        .words($0.standing?.band ?? "")
      },
      matrix("Ranks", "\(field.name): rank of each authority on each indicator, \(title)", field, content) {
        .optional($0.standing?.rank)
      },
      matrix("Values", "\(field.name): value of each authority on each indicator, \(title)", field, content) {
        .share($0.value.value, decimals: $0.indicator.decimals)
      },
      WorkbookTable(
        name: "Cut_offs", title: "Limits of the bands, \(title)",
        lines: WorkbookWords.lines("Each row is one indicator; bands are quarters of all authorities with data."),
        columns: cutColumns, rows: cuts(field, content)),
    ]
    let positions = field.indicators.flatMap { field.compared($0, content) }.filter { $0.standing != nil }
    if !positions.isEmpty {
      tables.append(
        WorkbookTable(
          name: "Positions", title: "\(field.name): positions, neighbours and movement, \(title)",
          lines: WorkbookWords.lines("Each row is one authority on one indicator, best first."),
          columns: [WorkbookColumn("Local authority", isText: true), WorkbookColumn("LA code", isText: true)]
            + PositionRows.columns,
          rows: positions.map { [.text($0.name), .code($0.area.place.code)] + PositionRows.row($0) }))
    }
    return Workbook(
      title: "\(field.name): local authorities side by side, \(PeriodText.term(content.options.term, year))",
      cover: WorkbookWords.cover(content), notes: WorkbookWords.notes, tables: tables + [WorkbookWords.sources(content)]
    )
  }

  private static func matrix(
    _ name: String, _ title: String, _ field: ComparisonField, _ content: ReportContent,
    _ cell: (ComparedAuthority) -> WorkbookCell
  ) -> WorkbookTable {
    let columns = WorkbookWords.headings(field.indicators).map { WorkbookColumn($0) }
    return WorkbookTable(
      name: name, title: title,
      lines: WorkbookWords.lines("Each row is one authority, each column one indicator. Refer to note 1 on bands."),
      columns: [WorkbookColumn("Local authority", isText: true), WorkbookColumn("LA code", isText: true)] + columns,
      rows: field.authorities.map { area in
        [.text(area.name.isEmpty ? "LA \(area.place.code)" : area.name), .code(area.place.code)]
          + field.indicators.map { indicator in
            guard let compared = ComparedAuthority(area, indicator, content) else { return .missing(.notAvailable) }
            if compared.standing == nil, let reason = compared.value.value.reason { return .missing(reason) }
            return cell(compared)
          }
      })
  }

  private static let cutColumns = [
    WorkbookColumn("Phase", isText: true), WorkbookColumn("Indicator", isText: true),
    WorkbookColumn("Better is", isText: true),
    WorkbookColumn("Ranked"), WorkbookColumn("Not ranked, too few pupils"), WorkbookColumn("First quartile"),
    WorkbookColumn("Median"),
    WorkbookColumn("Third quartile"), WorkbookColumn("Smallest"), WorkbookColumn("Largest"), WorkbookColumn("England"),
  ]

  private static func cuts(_ field: ComparisonField, _ content: ReportContent) -> [[WorkbookCell]] {
    content.results.distributions.filter { $0.year == content.results.headlineYear }.compactMap { distribution in
      guard let indicator = content.indicator(distribution.indicator), distribution.group == indicator.group else {
        return nil
      }
      let decimals = distribution.shownDecimals
      let england = content.results.value(indicator.id, .national, distribution.year)?.value ?? .missing(.notAvailable)
      return [
        .text(indicator.phase.title), .text(indicator.title), .text(indicator.polarity == .low ? "low" : "high"),
        .count(distribution.ranked), .count(distribution.tooSmall),
      ] + distribution.quartiles.map { .figure(.value($0), decimals: decimals) } + [
        .figure(.value(distribution.smallest), decimals: decimals),
        .figure(.value(distribution.largest), decimals: decimals),
        .figure(england, decimals: indicator.decimals),
      ]
    }
  }
}
