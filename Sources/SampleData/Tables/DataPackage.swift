/// The Frictionless Data Package that describes the folder.
struct DataPackage {
  let tables: [(layout: TableLayout, year: Int?, path: String)]

  var json: String {
    var lines = [
      "{",
      "  \"name\": \"school-indicators-sample\",",
      "  \"title\": \"Synthetic sample data: no such authority or school exists\",",
      "  \"synthetic\": true,",
      "  \"resources\": [",
    ]
    for (position, table) in tables.enumerated() {
      lines += resource(table.layout, table.year, table.path, last: position == tables.count - 1)
    }
    lines += ["  ]", "}", ""]
    return lines.joined(separator: "\n")
  }

  private func resource(_ layout: TableLayout, _ year: Int?, _ path: String, last: Bool) -> [String] {
    let name = path.dropLast(4).replacing("_", with: "-")
    let years = year.map { ["      \"school-indicators:year\": \($0),"] } ?? []
    let columns = layout.columns.enumerated().map { position, column in
      let note = column.note.map { ", \"description\": \"\($0)\"" } ?? ""
      let comma = position == layout.columns.count - 1 ? "" : ","
      return "          { \"name\": \"\(column.name)\", \"type\": \"\(column.kind.rawValue)\"\(note) }\(comma)"
    }
    let missing = TableLayout.missingValues.map { "\"\($0)\"" }.joined(separator: ", ")
    return [
      "    {", "      \"name\": \"\(name)\",", "      \"path\": \"\(path)\",",
      "      \"school-indicators:layout\": \"\(layout.name)\",",
    ] + years
      + [
        "      \"encoding\": \"utf-8\",", "      \"schema\": {", "        \"missingValues\": [\(missing)],",
        "        \"fields\": [",
      ]
      + columns + ["        ]", "      }", last ? "    }" : "    },"]
  }
}
