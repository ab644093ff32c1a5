import SchoolStatistics

/// Writes small school data by hand, as Ingest would have read them.
///
///     var data = SchoolDataBuilder()
///     data.school(100001, in: 901)
///     data.row("ks2_results", 100001, 2009, ["ks2_eligible": 30, "ks2_l4_em": 20])
///     let results = try analyse(data.build(), rulebook)
public struct SchoolDataBuilder {
  private var authorities: [LocalAuthority] = []
  private var regions: [Region] = []
  private var schools: [School] = []
  private var rows: [Row] = []
  private var published: [PublishedFigure] = []

  private struct Row {
    var table: String
    var level: GeographicLevel
    var place: Int
    var year: Int
    var group: PupilGroup
    var variant: String
    var authority: Int
    var figures: [(measure: Measure, unit: FigureUnit, figure: Figure)]
    var texts: [String: String]
  }

  public init() {}

  public mutating func authority(
    _ code: Int, _ name: String = "", region: String = "E12000001", from: CalendarDate? = nil, to: CalendarDate? = nil,
    predecessors: [Int] = []
  ) {
    authorities.append(
      LocalAuthority(
        code: LocalAuthorityCode(code), name: name.isEmpty ? "Authority \(code)" : name, onsCode: "E0600\(code)",
        regionCode: region,
        validFrom: from, validTo: to, predecessors: predecessors.map { LocalAuthorityCode($0) }))
    if !regions.contains(where: { $0.code == region }) {
      regions.append(Region(code: region, name: "Region \(region)"))
    }
  }

  public mutating func school(
    _ urn: Int, in authority: Int, _ kind: SchoolKind = .primary, stateFunded: Bool = true, opened: CalendarDate? = nil,
    closed: CalendarDate? = nil
  ) {
    schools.append(
      School(
        urn: URN(urn), authority: LocalAuthorityCode(authority), name: "School \(urn)", kind: kind,
        isStateFunded: stateFunded,
        opened: opened, closed: closed))
  }

  /// A row of whole numbers about a school.
  public mutating func row(
    _ table: String, _ urn: Int, _ year: Int, group: PupilGroup = .all, variant: String = "", authority: Int = 0,
    _ counts: KeyValuePairs<String, Int>, missing: KeyValuePairs<String, MissingReason> = [:],
    texts: [String: String] = [:]
  ) {
    rows.append(
      Row(
        table: table, level: .school, place: urn, year: year, group: group, variant: variant, authority: authority,
        figures: counts.map { (Measure($0.key), .count, .count($0.value)) }
          + missing.map { (Measure($0.key), .count, .missing($0.value)) }, texts: texts))
  }

  /// A row whose percentages (`percents`, with their decimals) stand beside counts.
  public mutating func percentages(
    _ table: String, _ urn: Int, _ year: Int, group: PupilGroup = .all, variant: String = "", decimals: Int = 0,
    _ percents: KeyValuePairs<String, Rational>, of denominator: String? = nil, counts: KeyValuePairs<String, Int> = [:]
  ) {
    rows.append(
      Row(
        table: table, level: .school, place: urn, year: year, group: group, variant: variant, authority: 0,
        figures: percents.map {
          (Measure($0.key), .percent(of: denominator.map { Measure($0) }, decimals: decimals), .value($0.value))
        }
          + counts.map { (Measure($0.key), .count, .count($0.value)) }, texts: [:]))
  }

  /// A row of scores about a school, with counts beside them.
  public mutating func scores(
    _ table: String, _ urn: Int, _ year: Int, group: PupilGroup = .all, variant: String = "",
    _ scores: KeyValuePairs<String, Rational>, counts: KeyValuePairs<String, Int> = [:]
  ) {
    rows.append(
      Row(
        table: table, level: .school, place: urn, year: year, group: group, variant: variant, authority: 0,
        figures: scores.map { (Measure($0.key), .number, .value($0.value)) }
          + counts.map { (Measure($0.key), .count, .count($0.value)) },
        texts: [:]))
  }

  /// A row of whole numbers about an authority.
  public mutating func authorityRow(
    _ table: String, _ code: Int, _ year: Int, group: PupilGroup = .all, _ counts: KeyValuePairs<String, Int>
  ) {
    rows.append(
      Row(
        table: table, level: .localAuthority, place: code, year: year, group: group, variant: "", authority: 0,
        figures: counts.map { (Measure($0.key), .count, .count($0.value)) }, texts: [:]))
  }

  public mutating func inspection(
    _ urn: Int, on date: String, _ grades: KeyValuePairs<String, Int>, category: String = ""
  ) {
    rows.append(
      Row(
        table: "inspections", level: .school, place: urn, year: 0, group: .all, variant: "", authority: 0,
        figures: grades.map { (Measure($0.key), .number, .count($0.value)) },
        texts: ["inspected_on": date, "category": category]))
  }

  public mutating func official(
    _ place: Place, _ year: Int, _ measure: String, group: PupilGroup = .all, basis: Basis = .maintained,
    _ value: Rational?,
    decimals: Int = 1, counts: (Int, Int)? = nil
  ) {
    published.append(
      PublishedFigure(
        place: place, year: AcademicYear(ending: year), measure: Measure(measure), group: group, basis: basis,
        numerator: counts.map { .count($0.0) } ?? .missing(.notSupplied),
        denominator: counts.map { .count($0.1) } ?? .missing(.notSupplied),
        value: value.map { .value($0) } ?? .missing(.notAvailable), decimals: decimals, source: 0,
        line: published.count + 2))
  }

  /// One table for each name, level and set of columns.
  public func build() -> SchoolData {
    var data = SchoolData()
    data.sources = [
      SourceFile(path: "data/results.csv", bytes: 0, digest: "", layout: "by-hand", rows: rows.count, years: [])
    ]
    data.authorities = authorities.sorted { $0.code < $1.code }
    data.regions = regions.sorted { $0.code < $1.code }
    data.schools = schools.sorted { $0.urn < $1.urn }
    data.published = published
    var tables: [DataTable] = []
    for (number, row) in rows.enumerated() {
      let fits = { (table: DataTable) in
        table.name == row.table && table.level == row.level
          && table.columns.map(\.measure) == row.figures.map(\.measure)
          && table.columns.map(\.unit) == row.figures.map(\.unit)
      }
      let index: Int
      if let found = tables.firstIndex(where: fits) {
        index = found
      } else {
        var table = DataTable(name: row.table, source: 0, level: row.level)
        table.columns = row.figures.map { DataColumn(measure: $0.measure, unit: $0.unit, header: $0.measure.id) }
        for name in row.texts.keys { table.texts[name] = TextColumn() }
        tables.append(table)
        index = tables.count - 1
      }
      append(row, line: number + 2, to: &tables[index], data)
    }
    data.tables = tables
    return data
  }

  private func append(_ row: Row, line: Int, to table: inout DataTable, _ data: SchoolData) {
    let place =
      row.level == .school ? data.schoolIndex(URN(row.place)) : data.authorityIndex(LocalAuthorityCode(row.place))
    table.places.append(Int32(place!))
    table.years.append(Int16(row.year))
    table.groups.append(row.group)
    table.variants.append(row.variant)
    table.authorities.append(Int16(row.authority))
    table.lines.append(UInt32(line))
    for (position, entry) in row.figures.enumerated() {
      switch entry.figure {
      case .value(let value): table.columns[position].figures.append(millionths: value.roundedUnits(decimals: 6))
      case .missing(let reason): table.columns[position].figures.append(missing: reason)
      }
    }
    for (name, text) in row.texts { table.texts[name]?.append(text) }
  }
}
