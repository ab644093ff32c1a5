/// What differs between two finished runs, each row with the reason.
public struct RunDifference: Sendable {
  public enum Kind: String, Sendable { case added, removed, changed }

  public struct Change: Hashable, Sendable {
    public var column: String
    public var old: String
    public var new: String

    public init(column: String, old: String, new: String) { (self.column, self.old, self.new) = (column, old, new) }
  }

  /// A row that only one run has, or that says something else in the other.
  public struct Row: Sendable {
    public var table: String
    public var kind: Kind
    /// Fields that tell the row apart, and the names of its place and indicator.
    public var place: String
    public var what: String
    public var year: String
    public var group: String
    public var changes: [Change]
    public var reason: String

    public func change(_ column: String) -> Change? { changes.first { $0.column == column } }
  }

  public let old: FinishedRun
  public let new: FinishedRun
  /// By table, then in the order of their keys.
  public private(set) var rows: [Row] = []
  /// What the runs were made of and that is not the same, in words.
  public let causes: [String]

  /// Compares all tables that either run has. O(n log n) in the rows that differ, else O(n).
  public init(_ old: FinishedRun, _ new: FinishedRun) throws(ProvenanceError) {
    (self.old, self.new) = (old, new)
    let reasons = Reasons(old.record, new.record)
    causes = reasons.causes
    for name in Set(old.tables.keys).union(new.tables.keys).sorted() {
      guard let before = old.tables[name], let after = new.tables[name] else {
        let (file, kind) = old.tables[name].map { ($0, Kind.removed) } ?? (new.tables[name]!, .added)
        let count = try (kind == .removed ? old : new).rows(file).rows.count
        rows.append(
          Row(
            table: name, kind: kind, place: "", what: "the whole table, \(count) rows", year: "", group: "",
            changes: [], reason: "only the \(kind == .added ? "new" : "old") run wrote this table"))
        continue
      }
      try compare(name, old.rows(before), new.rows(after), reasons)
    }
  }

  private mutating func compare(
    _ table: String, _ old: (columns: [String], rows: [String: String]),
    _ new: (columns: [String], rows: [String: String]), _ reasons: Reasons
  ) {
    let sameColumns = old.columns == new.columns
    var found: [(key: String, row: Row)] = []
    for (key, cells) in new.rows {
      guard let earlier = old.rows[key] else {
        found.append((key, row(table, .added, new.columns, cells, [], reasons)))
        continue
      }
      if sameColumns, cells == earlier { continue }
      let before = Dictionary(zip(old.columns, FinishedRun.cells(earlier)), uniquingKeysWith: { first, _ in first })
      let changes = zip(new.columns, FinishedRun.cells(cells)).compactMap { column, value -> Change? in
        guard let was = before[column], was != value else { return nil }
        return Change(column: column, old: was, new: value)
      }
      if !changes.isEmpty { found.append((key, row(table, .changed, new.columns, cells, changes, reasons))) }
    }
    for (key, cells) in old.rows where new.rows[key] == nil {
      found.append((key, row(table, .removed, old.columns, cells, [], reasons)))
    }
    rows += found.sorted { $0.key < $1.key }.map(\.row)
  }

  private func row(
    _ table: String, _ kind: Kind, _ columns: [String], _ cells: String, _ changes: [Change], _ reasons: Reasons
  ) -> Row {
    let fields = Dictionary(zip(columns, FinishedRun.cells(cells)), uniquingKeysWith: { first, _ in first })
    func first(_ names: String...) -> String { names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty } ?? "" }
    var row = Row(
      table: table, kind: kind, place: first("school_name", "la_name", "region_name", "country_name"),
      what: first("indicator_id", "measure", "phase"), year: first("time_period"), group: first("pupil_group"),
      changes: changes, reason: "")
    let urn = first("school_urn")
    if !urn.isEmpty { row.place += " (\(urn))" }
    row.reason = reasons.reason(row)
    return row
  }

  /// How many rows have each reason, the most frequent first.
  public var reasons: [(reason: String, rows: Int)] {
    let counts = Dictionary(rows.map { ($0.reason, 1) }, uniquingKeysWith: +)
    let sorted = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    return sorted.map { (reason: $0.key, rows: $0.value) }
  }

  /// Changed headline figures of areas that matter most: a band crossed first, then the ranks that moved furthest, then
  /// the values that did.
  public func foremost(_ count: Int) -> [Row] {
    struct Weighed {
      var row: Row
      var hasCrossed: Bool
      var rank: Double
      var value: Double

      func isBefore(_ other: Weighed) -> Bool {
        if hasCrossed != other.hasCrossed { return hasCrossed }
        if rank != other.rank { return rank > other.rank }
        if value != other.value { return value > other.value }
        return (row.place, row.what, row.year, row.group) < (
          other.row.place, other.row.what, other.row.year, other.row.group
        )
      }
    }
    func moved(_ row: Row, _ column: String) -> Double {
      guard let change = row.change(column), let old = Double(change.old), let new = Double(change.new) else {
        return 0
      }
      return abs(new - old)
    }
    let areas = rows.filter { $0.table == "indicators" && $0.kind == .changed }
    let weighed = areas.map { row in
      Weighed(
        row: row, hasCrossed: row.change("quartile_band") != nil, rank: moved(row, "rank"), value: moved(row, "value"))
    }
    return weighed.sorted { $0.isBefore($1) }.prefix(count).map(\.row)
  }
}
