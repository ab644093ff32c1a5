import SchoolStatistics

/// A column rule whose columns are in the file.
struct FoundColumn {
  var measure: Measure
  var group: PupilGroup?
  var variant: String
  var yearOffset: Int
  var year: Int?
  var slots: [Int]
  var writing: ColumnRule.Writing
  var unit: MeasureList.Entry.Unit
  var words: [(text: [UInt8], number: Int)]
  var denominator: Measure?
  var decimals: Int?
  var header: String
  /// A percentage whose count stands in the same shape.
  var isSpare = false

  private struct ShapeKey: Hashable {
    var group: PupilGroup?
    var variant: String
    var yearOffset: Int
    var year: Int?
  }
  private var key: ShapeKey { ShapeKey(group: group, variant: variant, yearOffset: yearOffset, year: year) }

  /// The columns of a rule that the file has; those that it should have and lacks go to `missing`.
  static func find(
    _ rule: TableRule, measures: MeasureList, _ columns: inout ColumnFinder, missing: inout [FilePlan.MissingColumn]
  ) -> [FoundColumn] {
    var found: [FoundColumn] = []
    for column in rule.columns ?? [] {
      let slots =
        column.sum == true
        ? columns.slots(of: column.from.names) : columns.slot(ofFirst: column.from.names).map { [$0] } ?? []
      guard !slots.isEmpty, column.sum != true || slots.count == column.from.names.count else {
        if rule.complete == true && column.optional != true {
          missing.append(.init(name: column.from.names[0], measure: column.measure, table: rule.name))
        }
        continue
      }
      let entry = measures[column.measure]
      let names = slots.map { columns.header.written[columns.wanted[$0]] }
      found.append(
        FoundColumn(
          measure: Measure(column.measure), group: column.group, variant: column.variant ?? "",
          yearOffset: column.yearOffset ?? 0,
          year: column.year,
          slots: slots, writing: column.as ?? (entry?.unit == .number ? .number : .count), unit: entry?.unit ?? .count,
          words: (column.words ?? [:]).map { (Array($0.key.lowercased().utf8), $0.value) }.sorted { $0.1 < $1.1 },
          denominator: (column.of ?? entry?.of).map { Measure($0) }, decimals: column.decimals,
          header: names.joined(separator: " + ")))
    }
    return found
  }

  /// The columns by the rows they make, the row about all pupils of the year itself first.
  static func shapes(_ found: [FoundColumn]) -> [[FoundColumn]] {
    var order: [ShapeKey] = []
    var shapes: [ShapeKey: [FoundColumn]] = [:]
    for column in found {
      if shapes[column.key] == nil { order.append(column.key) }
      var column = column
      if let other = shapes[column.key]?.firstIndex(where: { $0.measure == column.measure && !$0.isSpare }) {
        // A count and a percentage of one measure: the count is kept. Two alike: the first.
        if shapes[column.key]![other].writing == .count {
          column.isSpare = true
        } else if column.writing == .count {
          shapes[column.key]![other].isSpare = true
        } else {
          continue
        }
      }
      shapes[column.key, default: []].append(column)
    }
    return order.map { shapes[$0]! }
  }

  /// Whether a shape writes a measure in another way than the shapes that share a table with it.
  static func conflict(_ others: [FoundColumn], _ shape: [FoundColumn]) -> Bool {
    shape.contains { column in
      !column.isSpare
        && others.contains {
          $0.measure == column.measure && !$0.isSpare
            && ($0.writing != column.writing || $0.denominator != column.denominator)
        }
    }
  }
}
