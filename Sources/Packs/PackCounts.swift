import SchoolStatistics

/// Numerators and denominators of every school in the latest year, by indicator, for sums over similar schools.
///
/// Eight bytes a school and indicator.
public struct PackCounts: Sendable {
  private let positions: [String: Int]
  private let schools: Int
  private var parts: [Int32]
  private var wholes: [Int32]

  init(indicators: [String], schools: Int) {
    positions = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1, $0) })
    self.schools = schools
    parts = Array(repeating: 0, count: indicators.count * schools)
    wholes = parts
  }

  mutating func set(_ indicator: String, school: Int, part: Int, whole: Int) {
    guard let position = positions[indicator] else { return }
    parts[position * schools + school] = Int32(clamping: part)
    wholes[position * schools + school] = Int32(clamping: whole)
  }

  /// Sums over schools with a cohort; nil for an indicator that is not kept.
  func pooled(_ indicator: String, over chosen: [Int]) -> (part: Int, whole: Int, schools: Int)? {
    guard let position = positions[indicator] else { return nil }
    var part = 0
    var whole = 0
    var count = 0
    for school in chosen where wholes[position * schools + school] > 0 {
      part += Int(parts[position * schools + school])
      whole += Int(wholes[position * schools + school])
      count += 1
    }
    return (part, whole, count)
  }
}
