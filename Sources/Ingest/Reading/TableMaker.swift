import SchoolStatistics

/// Turns the rows of one table of one file into a `DataTable`.
struct TableMaker: Sendable {
  let source: Int
  let path: String
  let version: FileVersion
  let plan: TablePlan
  let level: GeographicLevel
  private(set) var builder: TableBuilder
  private(set) var places: [Int32] = []
  private(set) var findings: [Finding] = []
  /// Column names of the texts that tell rows apart besides place, year, group and variant.
  private let columnNames: [String]

  init(_ result: FileResult, table: Int, level: GeographicLevel, builder: TableBuilder) {
    source = result.source
    path = result.plan.path
    version = result.version
    plan = result.plan.tables[table]
    self.level = level
    self.builder = builder
    columnNames = plan.columns.map(\.header)
  }

  var name: String { plan.name }
  var isPlaceless: Bool { plan.rule.placeless == true }

  mutating func lookUp(schoolPlaces: PlaceFinder, authorityPlaces: PlaceFinder, urn: (Int32) -> Int32) {
    places = []
    places.reserveCapacity(builder.count)
    if isPlaceless {
      places = Array(repeating: -1, count: builder.count)
      return
    }
    var finder = level == .school ? schoolPlaces : authorityPlaces
    var lastKey: Int32 = 0
    var lastPlace: Int32 = -1
    for key in builder.keys {
      if key != lastKey {
        lastKey = key
        lastPlace = finder.place(of: level == .school ? urn(key) : key)
      }
      places.append(lastPlace)
    }
  }

  /// Counts rows that stand twice once, and reports them; rows that contradict an earlier one are left out.
  mutating func dropDuplicates() {
    if isPlaceless { return }
    let keyTexts = plan.texts.indices.filter { Self.keyTexts[name]?.contains(plan.texts[$0].name) == true }
    let pairs = Duplicates(builder, places: places, withTexts: keyTexts).pairs
    guard !pairs.isEmpty else { return }
    var dropped = Set<Int>()
    for pair in pairs {
      dropped.insert(pair.second)
      let (first, second) = (builder.lines[pair.first], builder.lines[pair.second])
      if pair.isExact {
        if first != second {
          findings.append(
            Check.duplicateKey.finding(
              ["what": "the row stands on line \(first) already, exactly the same"], file: path, line: Int(second),
              value: subject(pair.second)))
        }
      } else {
        let column = builder.figures.indices.first {
          builder.figures[$0][pair.first] != builder.figures[$0][pair.second]
        }
        let both = column.map {
          ", \(builder.figures[$0][pair.first].text) and \(builder.figures[$0][pair.second].text)"
        }
        findings.append(
          Check.duplicateKey.finding(
            [
              "what":
                "lines \(first) and \(second) give different figures for the same school, year and group\(both ?? ""); keep one"
            ],
            file: path, line: Int(second), column: column.map { columnNames[$0] } ?? "", value: subject(pair.second),
            severity: .error, action: "line \(first) used, line \(second) left out"))
      }
    }
    keep(rows: (0..<builder.count).filter { !dropped.contains($0) })
  }

  /// What a row is about, for findings.
  func subject(_ row: Int) -> String {
    [
      String(builder.keys[row].magnitude), builder.years[row] > 0 ? "\(builder.years[row])" : "",
      builder.groups[row].rawValue,
    ]
    .filter { !$0.isEmpty }.joined(separator: " ")
  }

  mutating func keep(rows: [Int]) {
    builder = builder.selecting(rows)
    places = rows.map { places[$0] }
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  /// Texts that tell rows of a table apart.
  static let keyTexts: [String: Set<String>] = [
    "visit_actions": ["visited_on", "action"], "sip_schools": ["sip_id", "from"], "inspections": ["inspected_on"],
  ]

  /// The finished table; nil where no row is left.
  var table: DataTable? {
    guard builder.count > 0 else { return nil }
    var table = DataTable(name: name, source: source, level: level)
    table.places = places
    table.years = builder.years
    table.groups = builder.groups
    table.variants =
      builder.variants.count == builder.count
      ? builder.variants.column : TextColumn(repeating: "", count: builder.count)
    table.authorities = builder.authorities
    table.lines = builder.lines
    for (index, column) in plan.columns.enumerated() {
      let unit: FigureUnit =
        switch column.writing {
        case .count: .count
        case .number: .number
        case .percent, .fraction:
          .percent(
            of: column.denominator, decimals: column.decimals ?? TableBuilder.usualDecimals(builder.decimals[index]))
        }
      table.columns.append(
        DataColumn(measure: column.measure, unit: unit, header: column.header, figures: builder.figures[index]))
    }
    for (index, text) in plan.texts.enumerated() { table.texts[text.name] = builder.texts[index].column }
    return table
  }
}
