import SchoolStatistics
import Testing

@testable import Indicators

struct LowestFifthTests {
  /// Rulebook §13 vector 1.
  @Test func `the lowest fifth of twenty and of twenty-three children`() throws {
    let totals = [40, 52, 60, 64, 70, 72, 75, 78, 80, 82, 84, 86, 88, 90, 91, 93, 95, 99, 104, 110]
    var fifth = LowestFifth()
    for total in totals { fifth.add(total: total, children: 1) }
    #expect(fifth.median == 83)
    #expect(fifth.lowestMean(.rounded) == 54)
    #expect(fifth.gap(.rounded)?.text(decimals: 2) == "34.94")
    for total in [61, 83, 97] { fifth.add(total: total, children: 1) }
    #expect(fifth.median == 83)
    #expect(fifth.gap(.fractional)?.text(decimals: 3) == "34.154")
    #expect(fifth.gap(.rounded)?.text(decimals: 3) == "33.253")
  }

  @Test func `at least one child is in the lowest fifth`() {
    var fifth = LowestFifth()
    fifth.add(total: 50, children: 1)
    fifth.add(total: 90, children: 1)
    #expect(fifth.lowestMean(.floor) == 50)
    #expect(fifth.lowestMean(.fractional) == 50)
    #expect(LowestFifth().gap(.rounded) == nil)
  }
}
