import Disclosure
import Indicators
import Rulebook
import SchoolStatistics

/// The rows of one theme, gathered from the results, and written as data and metadata.
///
/// Filters without a choice and columns without a figure are left out. The matrix of filters is complete: a
/// combination that no indicator is about is `z`, one that is and has no figure is `x`.
struct OpenDataTable: Sendable {
  /// `c`, `x`, `z`, `low`, `u` stand without brackets; numbers keep three decimals more than are shown.
  enum Cell: Hashable, Sendable {
    case figure(Rational, decimals: Int)
    case symbol(String)
  }

  let theme: OpenDataTheme
  let filters: [OpenDataFilter]
  let columns: [OpenDataColumn]
  private let years: [AcademicYear]
  private let areas: [Area]
  private var cells: [Key: Cell] = [:]
  /// Columns that a combination of items is about, by year.
  private var subjects: Set<Key> = []

  private struct Key: Hashable, Sendable {
    var year: AcademicYear
    /// Nil where the key is about all areas.
    var place: Place?
    var items: [String]
    var column: String
  }

  /// Nil where the results hold nothing of the theme.
  init?(_ theme: OpenDataTheme, _ content: ReportContent, _ control: PublicationDecision) {
    var gathered: [(year: AcademicYear, place: Place, items: [String: String], column: String, cell: Cell)] = []
    var found: [String: Set<String>] = [:]
    let places = Set(content.areas.map(\.place))
    let byIndicator = Dictionary(grouping: theme.series, by: \.indicator)
    for value in content.results.values where places.contains(value.place) {
      guard let all = byIndicator[value.indicator], let indicator = content.indicator(value.indicator) else { continue }
      for series in all {
        guard let items = Self.items(value.group, series, theme.filters) else { continue }
        for (column, item) in items { found[column, default: []].insert(item) }
        for (part, column) in series.parts {
          let cell = control.hides(value) ? .symbol("c") : Self.cell(part, value, indicator)
          gathered.append((value.year, value.place, items, column, cell))
        }
      }
    }
    let filled = Set(gathered.compactMap { if case .figure = $0.cell { $0.column } else { nil } })
    guard !filled.isEmpty else { return nil }
    self.theme = theme
    filters = theme.filters.compactMap { filter in
      var filter = filter
      filter.items = filter.items.filter { found[filter.column, default: []].contains($0) }
      if !filter.items.contains(filter.initial) { filter.initial = filter.items.last ?? filter.initial }
      return filter.items.count > 1 ? filter : nil
    }
    columns = theme.columns.filter { filled.contains($0.name) }
    areas = content.areas
    years = Set(gathered.map(\.year)).sorted()
    for entry in gathered {
      let items = filters.map { entry.items[$0.column]! }
      cells[Key(year: entry.year, place: entry.place, items: items, column: entry.column)] = entry.cell
      subjects.insert(Key(year: entry.year, place: nil, items: items, column: entry.column))
    }
  }

  /// The items of a row, by filter; nil where the standard has none for the pupil group.
  private static func items(
    _ group: PupilGroup, _ series: OpenDataTheme.OpenDataSeries, _ filters: [OpenDataFilter]
  ) -> [String: String]? {
    let hasGroups = filters.contains { $0.items.contains("Total") }
    guard group == .all || (hasGroups ? filters.contains { $0.item(group) != nil } : group == .cic) else { return nil }
    var items: [String: String] = [:]
    for filter in filters { items[filter.column] = series.items[filter.column] ?? filter.item(group) ?? "Total" }
    return items
  }

  private static func cell(_ part: OpenDataTheme.Part, _ value: IndicatorValue, _ indicator: Indicator) -> Cell {
    let figure: Figure
    switch part {
    case .value: figure = value.value
    case .denominator: figure = value.denominator
    case .numerator: figure = indicator.unit == .schools ? value.value : value.numerator
    case .share:
      if let share = FigureText.share(value.numerator, value.denominator) {
        figure = .value(share)
      } else {
        figure = .missing(value.value.reason ?? .notAvailable)
      }
    }
    switch figure {
    // Counts fall with the figure they belong to; a count alone that no file holds is unavailable.
    case .missing(let reason): return .symbol(value.value.reason?.symbol ?? reason.symbol)
    case .value(let exact):
      let decimals = part == .value ? indicator.decimals + 3 : part == .share ? 4 : 0
      if part != .denominator, indicator.unit == .percent, exact.numerator > 0,
        exact.roundedUnits(decimals: decimals) == 0
      {
        return .symbol("low")
      }
      return .figure(exact, decimals: decimals)
    }
  }

  /// Of `<theme>.csv` and `<theme>.meta.csv`, for the data package.
  var descriptions: [TableDescription] {
    let path = "tables/ees/\(theme.name)"
    return [
      TableDescription(
        name: theme.name, title: theme.name.replacing("_", with: " "),
        description: "Publishing file in the open-data standard of the Department for Education.", path: path + ".csv",
        fields: PlaceFields.time + PlaceFields.place
          + filters.map {
            TableField($0.column, $0.label, .string, [TableField.required, TableField.oneOf($0.items)], $0.hint)
          }
          + columns.map { TableField($0.name, $0.label, .number) },
        key: ["time_period", "geographic_level", "region_code", "new_la_code"] + filters.map(\.column),
        missing: ["", "c", "x", "z", "low", "u"], isOpen: true),
      TableDescription(
        name: theme.name + "-meta", title: "Columns of \(theme.name)",
        description: "What the columns of that file mean, in the open-data standard.", path: path + ".meta.csv",
        fields: Self.metaFields, key: ["col_name"], isOpen: true),
    ]
  }

  private static let metaFields = [
    TableField("col_name", "Column", .string, [TableField.required]),
    TableField("col_type", "Kind", .string, [TableField.required, TableField.oneOf(["Filter", "Indicator"])]),
    TableField("label", "Label", .string, [TableField.required]), TableField("indicator_grouping", "Group"),
    TableField("indicator_unit", "Unit"), TableField("indicator_dp", "Decimals", .integer),
    TableField("filter_hint", "Hint"), TableField("filter_grouping_column", "Grouping column"),
    TableField("filter_default", "Shown first"),
  ]

  /// `<theme>.csv`.
  func data() -> [UInt8] {
    var rows = CSVBytes()
    let combinations = filters.reduce([[String]]([[]])) { all, filter in
      all.flatMap { start in filter.items.map { start + [$0] } }
    }
    for year in years {
      for area in areas {
        let place = CSVBytes.fields { OpenDataPlace.write(area, to: &$0) }
        for items in combinations {
          rows.fields(PlaceFields.time(year))
          rows.fields(place)
          for item in items { rows.text(item) }
          for column in columns {
            switch cell(year, area.place, items, column.name) {
            case .figure(let value, let decimals): rows.decimal(value, decimals: decimals)
            case .symbol(let symbol): rows.text(symbol)
            }
          }
          rows.endRow()
        }
      }
    }
    return descriptions[0].header + rows.bytes
  }

  private func cell(_ year: AcademicYear, _ place: Place, _ items: [String], _ column: String) -> Cell {
    if let cell = cells[Key(year: year, place: place, items: items, column: column)] { return cell }
    let isAbout = subjects.contains(Key(year: year, place: nil, items: items, column: column))
    return .symbol(isAbout ? "x" : "z")
  }

  /// `<theme>.meta.csv`.
  func metadata() -> [UInt8] {
    var rows = CSVBytes()
    for filter in filters {
      for text in [filter.column, "Filter", filter.label, "", "", "", filter.hint, "", filter.initial] {
        if text.isEmpty { rows.empty() } else { rows.text(text) }
      }
      rows.endRow()
    }
    for column in columns {
      for text in [
        column.name, "Indicator", column.label, column.grouping, column.unit, "\(column.decimals)", "", "", "",
      ] {
        if text.isEmpty { rows.empty() } else { rows.text(text) }
      }
      rows.endRow()
    }
    return descriptions[1].header + rows.bytes
  }
}
