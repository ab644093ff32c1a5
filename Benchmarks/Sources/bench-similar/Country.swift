import CSV
import SchoolStatistics

/// Schools with context and value added, as Ingest would hand them on.
enum Country {
  /// One school as it goes into the tables.
  struct Row {
    var urn: Int
    var authority: Int
    var roll: Int
    var fsm: Int?
    var sen: Int?
    var eal: Int?
    var prior: Int64?
    var score: Int64?
    var pupils: Int?
  }

  /// Made-up primary schools, the same every time.
  static func primaries(_ count: Int) -> SchoolData {
    var state: UInt64 = 1989
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    /// About normal: the sum of twelve uniform draws less six.
    func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + draw() } }
    let rows = (0..<count).map { index in
      let roll = Int(max(30, 220 + 110 * normal()))
      let poverty = min(0.7, max(0, 0.05 + 0.13 * normal().magnitude))
      let language = draw() < 0.6 ? 0.03 * draw() : draw()
      return Row(
        urn: 100_000 + index, authority: 200 + index % 150, roll: roll, fsm: Int(Double(roll) * poverty),
        sen: Int(Double(roll) * (0.12 + 0.3 * poverty + 0.05 * draw())), eal: Int(Double(roll) * language),
        prior: Int64((15.6 - 4 * poverty + 0.7 * normal()) * 10) * 100_000,
        score: Int64((100 + normal()) * 10) * 100_000,
        pupils: max(11, roll / 7))
    }
    return tables(rows, kind: .primary, measure: "cva_ks1_ks2", year: 2009)
  }

  /// The schools of a performance table of 2014: prior attainment, disadvantage (as FSM), size and best-8 value added.
  static func secondaries(_ path: String) throws -> SchoolData {
    let file = try CSVFile(path: path)
    let names = try file.header().names
    let columns = ["RECTYPE", "LEA", "URN", "TPUP", "KS2APS", "TFSMCLA", "B8VAMEA_PTQ"].map {
      names.firstIndex(of: $0)!
    }
    let makeState: @Sendable (Int) -> [[String]] = { _ in [] }
    let parts = try file.read(columns: columns, parts: 1, makeState: makeState) { rows, record in
      var fields: [String] = []
      for column in 0..<7 { fields.append(record.text(column)) }
      rows.append(fields)
    }
    let schools = parts.flatMap(\.state).compactMap { fields -> Row? in
      let numbers = fields.map { Double($0) }
      guard fields[0] == "SCH", let urn = numbers[2], let pupils = numbers[3], pupils > 0 else { return nil }
      return Row(
        urn: Int(urn), authority: Int(numbers[1] ?? 0), roll: Int(pupils), fsm: numbers[5].map { Int($0) }, sen: nil,
        eal: nil,
        prior: numbers[4].map { Int64(($0 * 1_000_000).rounded()) },
        score: numbers[6].map { Int64(($0 * 1_000_000).rounded()) },
        pupils: Int(pupils))
    }
    var seen: Set<Int> = []
    let rows = schools.filter { seen.insert($0.urn).inserted }.sorted { $0.urn < $1.urn }
    return tables(rows, kind: .secondary, measure: "best8_va", year: 2014)
  }

  private static func tables(_ rows: [Row], kind: SchoolKind, measure: String, year: Int) -> SchoolData {
    var data = SchoolData()
    data.schools = rows.map {
      School(urn: URN($0.urn), authority: LocalAuthorityCode($0.authority), name: "", kind: kind)
    }
    var context = DataTable(name: "context", source: 0, level: .school)
    var valueAdded = DataTable(name: "value_added", source: 0, level: .school)
    fill(&context, rows, year, "") { row -> [(Measure, Figure)] in
      return [
        ("roll", .count(row.roll)), ("roll_fsm", whole(row.fsm)), ("roll_sen", whole(row.sen)),
        ("roll_eal", whole(row.eal)),
        ("prior_attainment", decimal(row.prior)),
      ]
    }
    fill(&valueAdded, rows, year, measure) { row -> [(Measure, Figure)] in
      return [("va_score", decimal(row.score)), ("va_pupils", whole(row.pupils))]
    }
    data.tables = [context, valueAdded]
    return data
  }

  private static func whole(_ n: Int?) -> Figure { n.map { .count($0) } ?? .missing(.notSupplied) }
  private static func decimal(_ millionths: Int64?) -> Figure {
    millionths.map { .value(Rational(millionths: $0)) } ?? .missing(.suppressed)
  }

  private static func fill(
    _ table: inout DataTable, _ rows: [Row], _ year: Int, _ variant: String, _ figures: (Row) -> [(Measure, Figure)]
  ) {
    for (index, row) in rows.enumerated() {
      table.places.append(Int32(index))
      table.years.append(Int16(year))
      table.groups.append(.all)
      table.variants.append(variant)
      table.authorities.append(Int16(row.authority))
      table.lines.append(UInt32(index + 2))
      for (column, (measure, figure)) in figures(row).enumerated() {
        if table.columns.count == column {
          table.columns.append(DataColumn(measure: measure, unit: .number, header: measure.id))
        }
        switch figure {
        case .value(let value): table.columns[column].figures.append(millionths: value.roundedUnits(decimals: 6))
        case .missing(let reason): table.columns[column].figures.append(missing: reason)
        }
      }
    }
  }
}
