import Indicators
import SchoolStatistics

/// `la/<code>/indicators.xlsx`: the figures of one authority, where it stands, how it moved, its schools and their targets.
struct AuthorityWorkbooks: ReportOutput {
  let format = ReportFormat.xlsx
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let authorities = content.authorities
    try inOrder(authorities.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      let area = authorities[index]
      let path = "la/\(area.place.code)/indicators.xlsx"
      guard let workbook = Self.workbook(area, content) else { return (path: path, bytes: [UInt8]()) }
      return (path: path, bytes: try WorkbookFile.reportBytes(workbook, path: path))
    } use: { (made) throws(ReportError) in
      if !made.bytes.isEmpty { try folder.write(made.bytes, to: made.path) }
    }
  }

  /// False where the authority has no figures of the year.
  static func isThere(_ area: Area, _ content: ReportContent) -> Bool {
    content.results.indicators.contains { ComparedAuthority(area, $0, content) != nil }
      && !FigureRows.years(area, content).isEmpty
  }

  /// Nil where the authority has no figures at all.
  static func workbook(_ area: Area, _ content: ReportContent) -> Workbook? {
    let year = content.results.headlineYear
    let compared = content.results.indicators.compactMap { ComparedAuthority(area, $0, content) }
    let years = FigureRows.years(area, content)
    guard !compared.isEmpty, !years.isEmpty else { return nil }
    let name = area.name.isEmpty ? "LA \(area.place.code)" : area.name
    var tables = [
      WorkbookTable(
        name: "Figures", title: "\(name): indicators of \(PeriodText.year(year))",
        lines: WorkbookWords.lines("Each row is one indicator."), columns: FigureRows.headlineColumns,
        rows: compared.map { FigureRows.headline($0) }),
      WorkbookTable(
        name: "Years", title: "\(name): indicators by year and pupil group, \(PeriodText.span(content.results.years))",
        lines: WorkbookWords.lines("Each row is one indicator in one year for one group of pupils."),
        columns: FigureRows.yearColumns, rows: years),
    ]
    tables.insert(SchoolRows.table(area, name, content), at: 1)
    if let targets = TargetWorksheet(area, content) {
      tables.insert(targets.table(name, firstNote: WorkbookWords.notes.count), at: 2)
    }
    let standing = compared.filter { $0.standing != nil }
    if !standing.isEmpty {
      tables.insert(
        WorkbookTable(
          name: "Position", title: "\(name): position among all local authorities, \(PeriodText.year(year))",
          lines: WorkbookWords.lines(
            "Each row is one indicator on which the authority is ranked. Refer to note 1 on bands and note 2 on neighbours."
          ),
          columns: PositionRows.columns, rows: standing.map { PositionRows.row($0) }), at: 1)
    }
    return Workbook(
      title: "\(name): data indicators, \(PeriodText.term(content.options.term, year))",
      cover: WorkbookWords.cover(content),
      notes: WorkbookWords.notes + (tables.contains { $0.name == "Targets" } ? TargetWorksheet.notes : []),
      tables: tables + [WorkbookWords.sources(content)])
  }
}

extension WorkbookFile {
  /// A workbook's bytes, with what went wrong in the words of a report.
  static func reportBytes(_ workbook: Workbook, path: String) throws(ReportError) -> [UInt8] {
    do {
      return try bytes(workbook)
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }
}
