import Indicators
import SchoolStatistics

/// The eight columns that say where a row is about, as the lookups of the open-data standard write them.
enum OpenDataPlace {
  static func write(_ area: Area, to row: inout CSVBytes) {
    row.text(area.place.level.rawValue)
    row.text("E92000001")
    row.text("England")
    switch area.place {
    case .national:
      for _ in 0..<5 { row.empty() }
    case .region(let code):
      row.text(code)
      row.text(regionName(area.name))
      for _ in 0..<3 { row.empty() }
    case .localAuthority(let code):
      row.text(area.regionCode)
      row.text(regionName(area.regionName))
      row.text(abolishedCounties.contains(area.onsCode) ? "x" : code.description)
      // A code may not be blank; a place without an ONS code has the standard's own mark.
      row.text(area.onsCode.isEmpty ? "x" : area.onsCode)
      row.text(area.name)
    case .school:
      preconditionFailure("rows of schools are not mixed with rows of authorities")
    }
  }

  /// With the capital that the lookup has, which older files do without.
  private static func regionName(_ name: String) -> String {
    name.lowercased() == "yorkshire and the humber" ? "Yorkshire and The Humber" : name
  }

  /// Counties that were abolished in April 2009 stand in the lookup without their old code: Bedfordshire, Cheshire,
  /// Cornwall and Isles of Scilly, Durham, Northumberland, Shropshire, Wiltshire.
  private static let abolishedCounties: Set = [
    "E10000001", "E10000004", "E10000005", "E10000010", "E10000022", "E10000026", "E10000033",
  ]
}
