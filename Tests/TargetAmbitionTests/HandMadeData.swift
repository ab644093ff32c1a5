import SchoolStatistics

/// School data made by hand, one table at a time.
struct HandMadeData {
  var data = SchoolData()

  /// Schools 100001… of authorities: the kind of each.
  init(_ schools: [(authority: Int, kind: SchoolKind)], regions: [Int: String] = [:]) {
    data.schools = schools.enumerated().map { index, school in
      School(
        urn: URN(100_001 + index), authority: LocalAuthorityCode(school.authority), name: "School \(index + 1)",
        kind: school.kind)
    }
    data.authorities = Set(schools.map(\.authority)).sorted().map {
      LocalAuthority(code: LocalAuthorityCode($0), name: "Authority \($0)", regionCode: regions[$0] ?? "E12000001")
    }
    data.regions = [Region(code: "E12000001", name: "North East")]
    data.sources = [SourceFile(path: "hand.csv", bytes: 0, digest: "", layout: "hand", rows: 0, years: [])]
  }

  /// Adds a table; a figure is whole pupils, nil is missing.
  mutating func add(
    _ name: String, measures: [Measure], texts: [String] = [],
    rows: [(school: Int, year: Int, variant: String, figures: [Rational?], texts: [String])],
    group: PupilGroup = .all
  ) {
    var table = DataTable(name: name, source: 0, level: .school)
    table.columns = measures.map {
      DataColumn(measure: $0, unit: $0.id.hasSuffix("percent") ? .number : .count, header: $0.id)
    }
    for text in texts { table.texts[text] = TextColumn() }
    for (line, row) in rows.enumerated() {
      table.places.append(Int32(row.school))
      table.years.append(Int16(row.year))
      table.groups.append(group)
      table.variants.append(row.variant)
      table.authorities.append(0)
      table.lines.append(UInt32(line + 2))
      for (column, figure) in row.figures.enumerated() {
        if let figure {
          table.columns[column].figures.append(millionths: figure.roundedUnits(decimals: 6))
        } else {
          table.columns[column].figures.append(missing: .blank)
        }
      }
      for (text, value) in zip(texts, row.texts) { table.texts[text]!.append(value) }
    }
    data.tables.append(table)
  }
}
