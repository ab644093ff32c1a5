/// Finds the positions of numbers in an ascending list. O(1) for numbers asked for in their order, as the rows of most
/// files are; O(log n) otherwise.
struct PlaceFinder: Sendable {
  private let numbers: [Int32]
  private var next = 0

  init(_ ascending: [Int32]) { numbers = ascending }

  /// The position of a number, or -1.
  mutating func place(of number: Int32) -> Int32 {
    if next == numbers.count || numbers[next] != number {
      var (low, high) = (0, numbers.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < number { low = middle + 1 } else { high = middle }
      }
      guard low < numbers.count, numbers[low] == number else { return -1 }
      next = low
    }
    next += 1
    return Int32(next - 1)
  }
}
