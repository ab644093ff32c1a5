import SchoolStatistics
import TargetAmbition

/// A person's judgement of one strand.
public struct Judgement: Sendable {
  public let rating: StrandRating
  public let author: String
  public let reason: String
  public let source: SourceLine
}

/// The judgements of an authority in one year, and what they come to.
public struct Dashboard: Sendable {
  public let authority: Int
  public let year: AcademicYear
  public let rules: SelfEvaluationRules
  private var judgements: [EvaluatedPhase: [String: Judgement]] = [:]

  init(authority: Int, year: AcademicYear, rules: SelfEvaluationRules) {
    (self.authority, self.year, self.rules) = (authority, year, rules)
  }

  public func judgement(_ phase: EvaluatedPhase, _ strand: SelfEvaluationRules.Strand) -> Judgement? {
    judgements[phase]?[strand.id]
  }

  public func rating(_ phase: EvaluatedPhase, _ strand: SelfEvaluationRules.Strand) -> StrandRating {
    strand.isOf(phase) ? judgement(phase, strand)?.rating ?? .notStated : .notApplicable
  }

  public func overall(_ phase: EvaluatedPhase, theme: Int) -> OverallRating {
    rules.overallRule.phase(rules.strands(of: theme).map { rating(phase, $0) })
  }

  public func overall(theme: Int) -> OverallRating {
    rules.overallRule.overall(
      EvaluatedPhase.allCases.map { phase in rules.strands(of: theme).map { rating(phase, $0) } })
  }

  fileprivate mutating func note(_ judgement: Judgement, _ phase: EvaluatedPhase, _ strand: String) {
    judgements[phase, default: [:]][strand] = judgement
  }
}

/// The dashboards of all authorities that judged themselves: the latest year of each up to that of the report.
public struct SelfEvaluation: Sendable {
  /// By the authority's place in the data.
  public private(set) var dashboards: [Int: Dashboard] = [:]
  public private(set) var findings: [Finding] = []

  public init() {}

  public init(_ data: SchoolData, through year: AcademicYear, rules: SelfEvaluationRules) {
    for table in data.tables where table.name == "judgements" && table.level == .localAuthority {
      for row in 0..<table.count where table.year(row) <= year {
        take(
          table, row, rules, path: data.sources.indices.contains(table.source) ? data.sources[table.source].path : "")
      }
    }
  }

  private mutating func take(_ table: DataTable, _ row: Int, _ rules: SelfEvaluationRules, path: String) {
    let authority = Int(table.places[row])
    let year = table.year(row)
    // A word that is none of these has a finding of its own.
    guard authority >= 0, let phase = EvaluatedPhase(rawValue: table.text("phase", row)),
      let strand = rules.strands.first(where: { $0.id == table.text("aspect", row) })
    else { return }
    let code = table.text("rating", row)
    let rating: StrandRating =
      code == "NA" ? .notApplicable : AmbitionBand.allCases.first { $0.code == code }.map { .rated($0) } ?? .notStated
    if !strand.isOf(phase), case .rated = rating {
      findings.append(
        Finding(
          rule: "strand-not-of-phase", severity: .warning, file: path, line: Int(table.lines[row]), column: "rating",
          value: code,
          message: "strand \(strand.id) does not apply to \(phase.title.lowercased()), and is rated \(code)",
          action: "not applicable"))
    }
    if let earlier = dashboards[authority]?.year, earlier > year { return }
    if dashboards[authority]?.year != year {
      dashboards[authority] = Dashboard(authority: authority, year: year, rules: rules)
    }
    dashboards[authority]?.note(
      Judgement(
        rating: rating, author: table.text("author", row), reason: table.text("reason", row),
        source: SourceLine(source: table.source, line: Int(table.lines[row]))), phase, strand.id)
  }
}
