import SchoolStatistics

/// All targets by school, year and measure.
struct TargetIndex: Sendable {
  private struct Key: Hashable {
    var school: Int
    var year: AcademicYear
    var measure: Measure
  }
  private var records: [Key: TargetRecord] = [:]
  /// School and target years with any target, by school and year.
  private(set) var schoolYears: [AcademicYear: Set<Int>] = [:]
  /// Targets for groups of pupils, by group in its order, then in the order of the files.
  private(set) var groupRecords: [(record: TargetRecord, group: PupilGroup)] = []

  init(_ data: SchoolData) {
    let tables = data.tables("targets")
    let rows = SchoolRows(tables)
    let decimals = StatedDecimals(tables)
    rows.visit { school, year, variant, position in
      let record = TargetRecord(rows, position, decimals, school: school, year: year, variant: variant)
      records[Key(school: school, year: year, measure: record.measure)] = record
      schoolYears[year, default: []].insert(school)
    }
    let groups = Set(tables.flatMap(\.groups)).subtracting([.all])
    for group in groups.sorted(by: { $0.ordinal < $1.ordinal }) {
      let rows = SchoolRows(tables, group: group)
      rows.visit { school, year, variant, position in
        let record = TargetRecord(rows, position, decimals, school: school, year: year, variant: variant)
        groupRecords.append((record, group))
      }
    }
  }

  func record(_ school: Int, _ year: AcademicYear, _ measure: Measure) -> TargetRecord? {
    records[Key(school: school, year: year, measure: measure)]
  }

  /// The first of several measures that the school has a target for.
  func record(_ school: Int, _ year: AcademicYear, anyOf measures: [String]) -> TargetRecord? {
    measures.lazy.compactMap { record(school, year, Measure($0)) }.first
  }

  /// Schools with a target for a measure in a year, ascending.
  func schools(_ measure: Measure, in year: AcademicYear) -> [Int] {
    (schoolYears[year] ?? []).filter { record($0, year, measure) != nil }.sorted()
  }

  var years: [AcademicYear] { schoolYears.keys.sorted() }

  func hasAny(_ measures: [String], in year: AcademicYear) -> Bool {
    records.contains { $0.key.year == year && measures.contains($0.key.measure.id) && $0.value.isSet }
  }
}

/// Decimals to which the percentages of targets files are stated: the most that any row of the file has.
struct StatedDecimals: Sendable {
  private var decimals: [Int: [Measure: Int]] = [:]

  init(_ tables: [DataTable]) {
    for table in tables {
      for measure in ["target_percent", "estimate_b", "estimate_d"] as [Measure] {
        guard let column = table.column(measure) else { continue }
        let most = (0..<table.count).reduce(0) { most, row in
          max(most, column.figures[row].value.map(Self.decimals) ?? 0)
        }
        decimals[table.source, default: [:]][measure] = max(most, decimals[table.source]?[measure] ?? 0)
      }
    }
  }

  func of(_ measure: Measure, source: Int) -> Int { decimals[source]?[measure] ?? 1 }

  private static func decimals(_ value: Rational) -> Int {
    (0..<6).first { value.rounded(decimals: $0) == value } ?? 6
  }
}
