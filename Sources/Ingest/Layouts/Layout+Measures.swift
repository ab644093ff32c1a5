extension Layout {
  /// What it names that the list of measures does not have.
  func unknownName(_ measures: MeasureList) -> String? {
    for table in tables ?? [] {
      if !measures.tables.isEmpty, !measures.tables.contains(table.name) {
        return
          "table '\(table.name)' is not in 'tables' of measures.json5; the tables are \(measures.tables.sorted().joined(separator: ", "))"
      }
      let columns = (table.columns ?? []).flatMap { [$0.measure] + ($0.of.map { [$0] } ?? []) }
      let long = (table.long?.values ?? [:]).values.map(\.measure).sorted()
      if let unknown = (columns + long).first(where: { measures[$0] == nil }) {
        return "measure '\(unknown)' of table '\(table.name)' is not in measures.json5; add it there or correct it here"
      }
    }
    return (pupils?.columns.keys.sorted() ?? []).first { PupilColumn(rawValue: $0) == nil }.map {
      "'\($0)' of 'pupils' is no column that pupils have"
    }
  }
}
