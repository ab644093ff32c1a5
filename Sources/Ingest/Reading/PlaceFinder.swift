import SchoolStatistics

/// Finds the positions of numbers in an ascending list. O(1) for numbers asked for in their order, as the rows of most
/// files are; O(log n) otherwise.
struct PlaceFinder: Sendable {
  private let numbers: [Int32]
  private var next = 0

  init(_ ascending: [Int32]) { numbers = ascending }

  /// The position of a number, or -1.
  mutating func place(of number: Int32) -> Int32 {
    if next == numbers.count || numbers[next] != number {
      guard let place = numbers.position(of: number, by: \.self) else { return -1 }
      next = place
    }
    next += 1
    return Int32(clamping: next - 1)
  }
}
