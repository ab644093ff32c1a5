import SchoolStatistics

/// England, a region or an authority, as results are reported for it.
public struct Area: Sendable {
  public var place: Place
  public var name: String
  public var onsCode: String
  /// Empty for England.
  public var regionCode: String
  public var regionName: String
  public init(place: Place, name: String, onsCode: String, regionCode: String, regionName: String) {
    (self.place, self.name, self.onsCode) = (place, name, onsCode)
    (self.regionCode, self.regionName) = (regionCode, regionName)
  }
}
