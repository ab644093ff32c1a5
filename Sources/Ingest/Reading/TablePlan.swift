import SchoolStatistics

/// How rows of one canonical table are made from the records of a file.
///
/// A record gives a row for each shape: the columns about one pupil group, one variant and one year.
final class TablePlan: Sendable {
  struct Column: Sendable {
    var measure: Measure
    var writing: ColumnRule.Writing
    /// What a percentage is a percentage of; nil where that is not in the file.
    var denominator: Measure?
    var decimals: Int?
    var header: String
  }
  /// A cell of a shape; several slots are added up.
  final class Source: Sendable {
    let slots: [Int]
    let writing: ColumnRule.Writing
    let words: [(text: [UInt8], number: Int)]
    let decimals: Int?
    let range: FigureRange

    init(
      slots: [Int], writing: ColumnRule.Writing, unit: MeasureList.Entry.Unit?, words: [(text: [UInt8], number: Int)],
      decimals: Int?
    ) {
      (self.slots, self.writing, self.words, self.decimals) = (slots, writing, words, decimals)
      range = FigureRange(writing, unit)
    }
  }
  final class Shape: Sendable {
    let group: PupilGroup?
    let variant: [UInt8]
    let yearOffset: Int
    /// An earlier year that the shape is about, whatever the row's.
    let year: Int?
    /// One for each column of the table; nil where the shape has none.
    let sources: [Source?]
    /// Percentages of columns that have counts besides: what is published of areas.
    let percentages: [Source?]
    /// The column of the denominator, for published figures.
    let denominators: [Int?]
    /// Slots of all sources.
    let slots: [Int]

    init(_ found: [FoundColumn], columns: [Column]) {
      func position(_ measure: Measure?) -> Int? { measure.flatMap { m in columns.firstIndex { $0.measure == m } } }
      group = found.first?.group
      variant = Array((found.first?.variant ?? "").utf8)
      yearOffset = found.first?.yearOffset ?? 0
      year = found.first?.year
      var sources: [Source?] = Array(repeating: nil, count: columns.count)
      var percentages = sources
      for column in found {
        guard let index = position(column.measure) else { continue }
        let source = Source(
          slots: column.slots, writing: column.writing, unit: column.unit, words: column.words,
          decimals: column.decimals)
        if column.isSpare { percentages[index] = source } else { sources[index] = source }
      }
      (self.sources, self.percentages) = (sources, percentages)
      denominators = columns.map { position($0.denominator) }
      slots = sources.flatMap { $0?.slots ?? [] }
    }

    /// The slot of a column that is read plainly, without words, sums or shares; -1 where it is not.
    func plainSlot(_ column: Int) -> Int {
      guard let source = sources[column], source.slots.count == 1, source.words.isEmpty, source.writing != .fraction
      else { return -1 }
      return source.slots[0]
    }
  }
  struct Long: Sendable {
    var measure: [Int]
    var value: Int?
    var numerator: Int?
    var denominator: Int?
    var basis: Int?
    var rule: LongRule
  }

  let rule: TableRule
  let columns: [Column]
  let shapes: [Shape]
  /// For each column the plain slot in each shape.
  let plainSlots: [[Int]]
  let texts: [(name: String, slot: Int, writing: TextRule.Writing)]
  let group: [Int]
  let groupValues: [(text: [UInt8], group: PupilGroup)]
  let variant: [Int]
  let conditions: [RowTest.Condition]
  let long: Long?
  var name: String { rule.name }
  /// Whether rows can differ in variant.
  let hasVariants: Bool
  /// Whether every row is about the group and the year of its record.
  let isPlain: Bool

  /// The plans of one rule: one, or more where two groups report a measure in different ways (a count here, a
  /// percentage there), since a column of a table is written in one way.
  static func plans(
    _ rule: TableRule, measures: MeasureList, _ columns: inout ColumnFinder, missing: inout [FilePlan.MissingColumn]
  ) -> [TablePlan] {
    guard let conditions = RowTest.conditions(rule.when ?? [:], &columns) else { return [] }
    let found = FoundColumn.find(rule, measures: measures, &columns, missing: &missing)
    var sets: [[[FoundColumn]]] = []
    for shape in FoundColumn.shapes(found) {
      if let index = sets.firstIndex(where: { !FoundColumn.conflict($0.flatMap { $0 }, shape) }) {
        sets[index].append(shape)
      } else {
        sets.append([shape])
      }
    }
    if sets.isEmpty { sets = [[]] }
    let plans = sets.map { TablePlan(rule, conditions, $0, &columns) }
    return plans.filter { !$0.columns.isEmpty || !$0.texts.isEmpty || $0.long != nil }
  }

  /// The largest whole number that may stand in a column without being looked at closer.
  func largest(_ column: Int, _ level: GeographicLevel) -> Int32 {
    Int32(clamping: shapes.compactMap { $0.sources[column]?.range.range(level).upperBound }.min() ?? 0)
  }

  private init(
    _ rule: TableRule, _ conditions: [RowTest.Condition], _ found: [[FoundColumn]], _ finder: inout ColumnFinder
  ) {
    self.rule = rule
    self.conditions = conditions
    group = finder.slots(of: rule.group?.column)
    groupValues =
      (rule.group?.values ?? Dictionary(uniqueKeysWithValues: PupilGroup.allCases.map { ($0.rawValue, $0) }))
      .map { (Array($0.key.lowercased().utf8), $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
    variant = finder.slots(of: rule.variant)
    texts = (rule.texts ?? [:]).sorted(by: { $0.key < $1.key }).compactMap { name, text in
      finder.slot(ofFirst: text.from.names).map { (name, $0, text.as ?? .text) }
    }
    long = rule.long.map { long in
      Long(
        measure: finder.slots(of: long.measure), value: finder.slot(ofFirst: long.value),
        numerator: finder.slot(ofFirst: long.numerator), denominator: finder.slot(ofFirst: long.denominator),
        basis: finder.slot(ofFirst: long.basis), rule: long)
    }
    var columns: [Column] = []
    for column in found.flatMap({ $0 }) where !column.isSpare {
      if columns.contains(where: { $0.measure == column.measure }) { continue }
      columns.append(
        Column(
          measure: column.measure, writing: column.writing == .fraction ? .percent : column.writing,
          denominator: column.denominator, decimals: column.decimals, header: column.header))
    }
    let shapes = found.map { [columns] in Shape($0, columns: columns) }
    plainSlots = columns.indices.map { column in shapes.map { $0.plainSlot(column) } }
    self.shapes = shapes
    hasVariants = !variant.isEmpty || shapes.contains { !$0.variant.isEmpty }
    isPlain = shapes.allSatisfy { $0.group == nil && $0.year == nil && $0.yearOffset == 0 } && shapes.count < 2
    // A denominator that no shape of the table carries is not in the file.
    for index in columns.indices {
      if let of = columns[index].denominator, !columns.contains(where: { $0.measure == of }) {
        columns[index].denominator = nil
      }
    }
    self.columns = columns
  }
}

extension TablePlan.Shape {
  /// The year that the shape is about in a row of a year; nil where the row's own columns say it already.
  func year(in own: Int) -> Int? {
    guard let year else { return own == 0 ? 0 : YearReading.moved(own, by: yearOffset) }
    return year < own ? year : nil
  }
}
