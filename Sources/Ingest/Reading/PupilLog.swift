import SchoolStatistics

/// What was odd in rows of pupils: places alone, never what stands there.
struct PupilLog: Sendable {
  enum Oddity: Int, Sendable {
    case noYear, noPlace, result, context, prior, scale, notAssessed, noPrior
  }
  struct Kind: Hashable, Sendable {
    var oddity: Oddity
    var slot: Int
  }
  struct Rows: Sendable {
    var count = 0
    /// Lines of the first.
    var lines: [Int] = []
  }
  /// Rows that are named line by line; of more the number is said.
  static let named = 20
  private(set) var rows: [Kind: Rows] = [:]

  mutating func note(_ oddity: Oddity, _ slot: Int?, line: Int) {
    add(Kind(oddity: oddity, slot: slot ?? -1), Rows(count: 1, lines: [line]))
  }

  private mutating func add(_ kind: Kind, _ more: Rows) {
    rows[kind, default: Rows()].count += more.count
    let room = Self.named - rows[kind]!.lines.count
    if room > 0 { rows[kind]!.lines += more.lines.prefix(room) }
  }

  mutating func moveLines(to firstLine: Int) {
    rows = rows.mapValues { Rows(count: $0.count, lines: $0.lines.map { $0 + firstLine }) }
  }

  mutating func append(_ other: PupilLog) { for (kind, more) in other.rows { add(kind, more) } }
}

extension PupilLog.Oddity {
  /// What is said of a row; nil where rows are only counted.
  fileprivate var words: (what: String, action: String)? {
    switch self {
    case .noYear: ("no school year, such as 2009 or 2008/09, can be read", "row left out")
    case .noPlace: ("no school can be read: the row has no URN", "row left out")
    case .result: ("what stands here is no result of the column", "row left out")
    case .context: ("what stands here is no word or number of the column", "treated as not known")
    case .prior: ("what stands here is no level of key stage 1", "row out of the progress measures")
    case .scale: ("a scale of the profile is missing or not from 0 to 9", "row out of the cohort")
    case .notAssessed, .noPrior: nil
    }
  }
}

extension PupilLog {
  func findings(_ plan: FilePlan) -> [Finding] {
    rows.sorted { ($0.key.oddity.rawValue, $0.key.slot) < ($1.key.oddity.rawValue, $1.key.slot) }.flatMap {
      kind, rows in
      let column = kind.slot >= 0 ? plan.name(kind.slot) : ""
      guard let (what, action) = kind.oddity.words else {
        return [counted(kind.oddity, rows, column, plan)]
      }
      let severity: Severity = action == "row left out" ? .error : .warning
      var found = rows.lines.map { line in
        Check.pupilRow.finding(
          ["what": what], file: plan.path, line: line, column: column, severity: severity, action: action)
      }
      let more = rows.count - rows.lines.count
      if more > 0 {
        found.append(
          Check.pupilRow.finding(
            ["what": "\(what), in \(String.count(more, "more row"))"], file: plan.path, line: rows.lines.last,
            column: column, severity: severity, action: action))
      }
      return found
    }
  }

  private func counted(_ oddity: Oddity, _ rows: Rows, _ column: String, _ plan: FilePlan) -> Finding {
    let what =
      oddity == .notAssessed
      ? "\(String.count(rows.count, "child", "children")) not assessed in all 13 scales"
      : "\(String.count(rows.count, "pupil")) without a level at key stage 1"
    return Check.pupilWithoutPrior.finding(
      ["what": what], file: plan.path, line: rows.lines.first, column: column,
      action: oddity == .notAssessed ? "out of the cohort" : "in the cohort, out of the progress measure")
  }
}
