import SchoolStatistics

/// Where the schools of England lie on each measure of the latest year, for the quarter letters and pictures.
public struct PackDistributions: Sendable {
  struct Key: Hashable, Sendable {
    var indicator: String
    var group: PupilGroup
  }

  /// Quartiles by type 7 (rulebook §6.3) of schools with enough pupils, and the ends of the scale.
  struct Place: Sendable {
    var quartiles: [Double]
    var lowest: Double
    var highest: Double
  }

  private var places: [Key: Place] = [:]

  init() {}

  init(values: [Key: [Double]]) {
    for (key, values) in values where values.count >= 8 {
      let sorted = values.sorted()
      // The ends leave out the outermost hundredth, so that one odd school does not squeeze the picture.
      places[key] = Place(
        quartiles: [0.25, 0.5, 0.75].map { Self.quantile(sorted, $0) }, lowest: Self.quantile(sorted, 0.01),
        highest: Self.quantile(sorted, 0.99))
    }
  }

  func place(_ indicator: String, _ group: PupilGroup) -> Place? { places[Key(indicator: indicator, group: group)] }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let h = Double(sorted.count - 1) * share
    let low = Int(h)
    return low + 1 < sorted.count ? sorted[low] + (h - Double(low)) * (sorted[low + 1] - sorted[low]) : sorted[low]
  }
}
