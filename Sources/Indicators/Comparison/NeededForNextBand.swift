import SchoolStatistics
import Statistics

/// The least number that is enough, where every larger one is enough too; nil where even the most is not. O(log most).
func leastNeeded(upTo most: Int, _ isEnough: (Int) -> Bool) -> Int? {
  guard most >= 0, isEnough(most) else { return nil }
  var (low, high) = (0, most)
  while low < high {
    let middle = (low + high) / 2
    if isEnough(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

/// The values of all authorities but one, to see what band a new value of that one would be in.
///
/// Its own value moves the lines: a line read off with the old value may be out of reach by the number that seems to reach
/// it. As a value rises the lines rise no faster, so that the band never falls. Source: rulebook §6.5.
struct OtherValues {
  /// All values, ascending.
  let sorted: [Rational]
  /// Where the one that is left out stands among them.
  let without: Int

  private var count: Int { sorted.count - 1 }
  private subscript(place: Int) -> Rational { sorted[place < without ? place : place + 1] }

  /// The band of the one with a new value. O(log n).
  func band(of value: Rational, _ polarity: Polarity) -> QuartileBand {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    let place = low
    if count == 0 || (polarity == .low ? value <= self[0] : value >= self[count - 1]) { return .a }
    func element(_ position: Int) -> Rational {
      position < place ? self[position] : position == place ? value : self[position - 1]
    }
    let quartiles = (1...3).map { quantile(count: sorted.count, $0, of: 4, element) }
    return quartileBand(of: value, quartiles: quartiles, polarity: polarity)
  }
}
