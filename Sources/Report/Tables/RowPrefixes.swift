import SchoolStatistics

/// The fields of a row that many rows share, made once: the year, and the phase, id and title of the indicator.
struct RowPrefixes: Sendable {
  private let years: [AcademicYear: [UInt8]]
  private let kinds: [String: Kind]
  /// The one found last: values come sorted, so the next is mostly the same.
  private var last: (id: String, kind: Kind)?
  private var lastYear: (year: AcademicYear, fields: [UInt8])?

  struct Kind: Sendable {
    var indicator: Indicator
    var fields: [UInt8]
  }

  init(_ results: IndicatorResults) {
    years = Dictionary(uniqueKeysWithValues: results.years.map { ($0, PlaceFields.time($0)) })
    kinds = Dictionary(
      results.indicators.map { ($0.id, Kind(indicator: $0, fields: MeasureFields.what($0))) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil for an indicator that the catalogue does not have.
  mutating func kind(_ id: String) -> Kind? {
    if let last, last.id == id { return last.kind }
    guard let kind = kinds[id] else { return nil }
    last = (id, kind)
    return kind
  }

  mutating func year(_ year: AcademicYear) -> [UInt8] {
    if let lastYear, lastYear.year == year { return lastYear.fields }
    let fields = years[year] ?? PlaceFields.time(year)
    lastYear = (year, fields)
    return fields
  }
}
