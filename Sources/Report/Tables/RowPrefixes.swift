import Indicators
import Rulebook
import SchoolStatistics

/// The fields of a row that many rows share, made once: the year, the place, and the phase, id and title of the
/// indicator.
struct RowPrefixes: Sendable {
  /// Years take turns from row to row, and there are few.
  private let years: [(year: AcademicYear, fields: [UInt8])]
  private let kinds: [String: Kind]
  private let places: [Place: [UInt8]]
  /// The one found last: values come sorted, so the next is mostly the same.
  private var last: (id: String, kind: Kind)?
  private var lastPlace: (place: Place, fields: [UInt8])?

  /// A class, as each row refers to the one of its indicator.
  final class Kind: Sendable {
    let unit: IndicatorUnit
    let decimals: Int
    let fields: [UInt8]
    let unitField: [UInt8]

    init(_ indicator: Indicator) {
      (unit, decimals) = (indicator.unit, indicator.decimals)
      unitField = CSVBytes.fields { $0.text(indicator.unit.rawValue) }
      fields = MeasureFields.what(indicator)
    }
  }

  /// `areas` are those whose rows are written.
  init(_ results: IndicatorResults, areas: [Area] = []) {
    places = Dictionary(uniqueKeysWithValues: areas.map { ($0.place, PlaceFields.place($0)) })
    years = results.years.map { ($0, PlaceFields.time($0)) }
    kinds = Dictionary(
      results.indicators.map { ($0.id, Kind($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil for an indicator that the catalogue does not have.
  mutating func kind(_ id: String) -> Kind? {
    if let last, last.id == id { return last.kind }
    guard let kind = kinds[id] else { return nil }
    last = (id, kind)
    return kind
  }

  /// Nil for a place whose rows are not written.
  mutating func place(_ place: Place) -> [UInt8]? {
    if let lastPlace, lastPlace.place == place { return lastPlace.fields }
    guard let fields = places[place] else { return nil }
    lastPlace = (place, fields)
    return fields
  }

  func year(_ year: AcademicYear) -> [UInt8] { years.first { $0.year == year }?.fields ?? PlaceFields.time(year) }
}
