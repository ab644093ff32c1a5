import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// The SIP manager's worksheet of an authority: one row a school with what each criterion asks of its target in pupils,
/// what the school proposed and how many pupils lie between; `la/<code>/targets.csv` and `targets.xlsx`.
///
/// The rows are those of the newest round of each phase, set or not.
struct TargetWorksheet {
  /// A column, by its name in the file and its heading in the workbook.
  struct Column: Sendable {
    var name: String
    var heading: String
    var kind: TableField.Kind
    /// The note of the workbook that the heading refers to, from 1.
    var note: Int?
    var cell: @Sendable (Row) -> Cell

    init(
      _ name: String, _ heading: String, _ kind: TableField.Kind = .integer, note: Int? = nil,
      _ cell: @escaping @Sendable (Row) -> Cell
    ) {
      (self.name, self.heading, self.kind, self.note, self.cell) = (name, heading, kind, note, cell)
    }
  }

  enum Cell {
    case text(String)
    case code(String)
    case count(Int?)
    case percent(Rational?)
  }

  struct Row {
    var school: School
    var judged: SchoolAmbition
    var partners: [String]
    var beside: [String]
  }

  let authority: Area
  let phases: [(area: AreaAmbition, rows: [Row])]

  /// Nil where no school of the authority has a row of targets.
  init?(_ authority: Area, _ content: ReportContent) {
    self.authority = authority
    let areas = content.ambition.newest(authority.place)
    guard !areas.isEmpty else { return nil }
    let results = content.ambition.results
    phases = areas.map { area in
      let rows = area.schools.map { position in
        let judged = results.schools[position]
        return Row(
          school: content.data.schools[judged.school], judged: judged,
          partners: content.partners.value.names(of: judged.school),
          beside: results.facts(position).map(\.words).filter { !$0.isEmpty })
      }
      return (area, rows)
    }
  }

  static let columns: [Column] = about + asks + outcome

  /// What the data package says of the file of an authority.
  static func description(_ authority: Area) -> TableDescription {
    TableDescription(
      name: "targets-\(authority.place.code.lowercased())", title: "Targets of the schools of \(authority.name)",
      description:
        "One row a school with a target of the newest round of its phase: the pupils that each criterion asks for, what was proposed and how many pupils lie between.",
      path: "la/\(authority.place.code)/targets.csv",
      fields: columns.map { column in
        TableField(
          column.name, column.heading, column.kind, column.name == "urn" ? [TableField.required] : [], "")
      }, key: ["urn", "phase", "target_year"])
  }

  private static let about: [Column] = [
    Column("urn", "URN") { .code($0.school.urn.description) },
    Column("school", "School", .string) { .text($0.school.name) },
    Column("partner", "Partner", .string) { .text($0.partners.joined(separator: "; ")) },
    Column("phase", "Phase", .string) { .text($0.judged.phase.title) },
    Column("target_year", "Target for") { .code(String($0.judged.targetYear.ending)) },
    Column("state", "State", .string) { .text($0.judged.state.title) },
    Column("cohort", "Cohort") { .count($0.judged.cohort) },
  ]

  private static let outcome: [Column] = [
    Column("pupils_asked", "To be ambitious, at least", note: 2) { .count($0.judged.pupilsAskedInAll) },
    Column("binding", "Asked for by", .string) {
      .text($0.judged.bindingCriteria.map(\.code).joined(separator: " "))
    },
    Column("proposed_pupils", "Proposed, pupils") { .count($0.judged.targetPupils) },
    Column("proposed_percent", "Proposed, %", .number) { .percent($0.judged.target.value) },
    Column("distance_pupils", "Proposed less asked") { .count($0.judged.pupilsBeyondAsked) },
    Column("verdict", "Verdict", .string) { .text($0.judged.verdict.title) },
    Column("why", "Why", .string) { .text($0.judged.why) },
    Column("beside", "Beside the verdict", .string) { .text($0.beside.joined(separator: "; ")) },
    Column("exemption_reason", "Exemption", .string) { .text($0.judged.exemption?.reason ?? "") },
    Column("exemption_decided_by", "Decided by", .string) { .text($0.judged.exemption?.decidedBy ?? "") },
  ]

  /// One for each criterion that has a line in pupils.
  private static let asks: [Column] = AmbitionCriterion.allCases.filter { $0 != .progression }.map { criterion in
    Column(
      "\(criterion.code.lowercased())_asks",
      "\(criterion.code): \(criterion.line)", note: criterion == .guidance ? 1 : nil
    ) {
      .count($0.judged.pupilsAsked[criterion.rawValue - 1])
    }
  }

  var csv: CSVBytes {
    var bytes = CSVBytes()
    for column in Self.columns { bytes.text(column.name) }
    bytes.endRow()
    for row in phases.flatMap(\.rows) {
      for column in Self.columns {
        switch column.cell(row) {
        case .text(let text), .code(let text): bytes.text(text)
        case .count(let n): if let n { bytes.integer(n) } else { bytes.empty() }
        case .percent(let value): if let value { bytes.decimal(value, decimals: 1) } else { bytes.empty() }
        }
      }
      bytes.endRow()
    }
    return bytes
  }

  func workbook(_ content: ReportContent) -> Workbook {
    let name = authority.name.isEmpty ? "LA \(authority.place.code)" : authority.name
    return Workbook(
      title: "\(name): targets, \(PeriodText.term(content.options.term, content.results.headlineYear))",
      cover: WorkbookWords.cover(
        content,
        about:
          "Targets of schools in the newest round of each phase: the pupils that each criterion asks for, what was proposed and how many pupils lie between."
      ), notes: Self.notes,
      tables: phases.map { area, rows in
        WorkbookTable(
          name: area.phase.title.filter(\.isLetter),
          title: "\(name): \(area.phase.title.lowercased()) targets for \(PeriodText.year(area.targetYear))",
          lines: WorkbookWords.lines(
            "Each row is one school, those short of ambitious first. The last day for setting the targets is \(area.round.deadline.words)."
          ),
          columns: Self.sheetColumns(firstNote: 0), rows: Self.cells(rows), isWorkingList: true)
      } + [WorkbookWords.sources(content)])
  }

  /// All phases on one sheet of a workbook whose own notes come before these.
  func table(_ name: String, firstNote: Int) -> WorkbookTable {
    let rounds = phases.map { area, _ in
      "\(area.phase.title.lowercased()) \(PeriodText.year(area.targetYear)), to be set by \(area.round.deadline.words)"
    }
    return WorkbookTable(
      name: "Targets", title: "\(name): targets of schools in the newest round of each phase",
      lines: WorkbookWords.lines(
        "Each row is one school, those short of ambitious first. Rounds: \(rounds.joined(separator: "; "))."),
      columns: Self.sheetColumns(firstNote: firstNote), rows: Self.cells(phases.flatMap(\.rows)), isWorkingList: true)
  }

  private static func sheetColumns(firstNote: Int) -> [WorkbookColumn] {
    columns.map { column in
      let note = column.note.map { " [note \($0 + firstNote)]" } ?? ""
      return WorkbookColumn(column.heading + note, isText: column.kind == .string)
    }
  }

  /// Short of ambitious first, the most pupils short before others; otherwise in the order that they had.
  private static func cells(_ rows: [Row]) -> [[WorkbookCell]] {
    func rank(_ verdict: AmbitionVerdict) -> Int {
      switch verdict {
      case .notMet: 0
      case .notSet: 1
      case .notAssessable, .notDue: 2
      case .met, .metByExemption: 3
      }
    }
    func key(_ index: Int) -> (Int, Int, Int) {
      (rank(rows[index].judged.verdict), rows[index].judged.pupilsBeyondAsked ?? 0, index)
    }
    return rows.indices.sorted { key($0) < key($1) }.map { index in columns.map { cell($0.cell(rows[index])) } }
  }

  static let notes = [
    "In line with guidance is a proxy: the figures of the guidance have not survived, and the floor and level 2 at key stage 1 becoming level 4 stand for them.",
    "The most that any criterion with a line in pupils asks for. Progression asks for named pupils, not for a number.",
  ]

  private static func cell(_ cell: Cell) -> WorkbookCell {
    switch cell {
    case .text(let text): .words(text)
    case .code(let text): .code(text)
    case .count(let n): .optional(n)
    case .percent(let value): value.map { .figure(.value($0), decimals: 1) } ?? .missing(.notApplicable)
    }
  }
}

/// `la/<code>/targets.csv`.
struct TargetWorksheetTables: ReportOutput {
  let format = ReportFormat.csv
  let isPerAuthority = true
  let table: Table? = .targetAmbition

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    for area in content.authorities {
      guard let sheet = TargetWorksheet(area, content) else { continue }
      try folder.write(sheet.csv.bytes, to: "la/\(area.place.code)/targets.csv")
    }
  }
}

/// `la/<code>/targets.xlsx`.
struct TargetWorksheetWorkbooks: ReportOutput {
  let format = ReportFormat.xlsx
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let authorities = content.authorities
    try inOrder(authorities.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      let area = authorities[index]
      let path = "la/\(area.place.code)/targets.xlsx"
      guard let sheet = TargetWorksheet(area, content) else { return (path: path, bytes: [UInt8]()) }
      return (path: path, bytes: try WorkbookFile.reportBytes(sheet.workbook(content), path: path))
    } use: { (made) throws(ReportError) in
      if !made.bytes.isEmpty { try folder.write(made.bytes, to: made.path) }
    }
  }
}
