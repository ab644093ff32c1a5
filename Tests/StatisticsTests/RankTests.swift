import SchoolStatistics
import Testing

@testable import Statistics

@Suite("Competition ranks")
struct CompetitionRankTests {
  @Test("equals share the better rank and the next rank is skipped")
  func ties() {
    let ranks = competitionRanks([70, 75, 70, 60].map { Rational($0) }, polarity: .high)
    #expect(ranks.map(\.rank) == [2, 1, 2, 4])
    #expect(ranks.map(\.sharing) == [2, 1, 2, 1])
  }

  @Test("where low is good the smallest value is first")
  func lowPolarity() {
    #expect(competitionRanks([3, 1, 2].map { Rational($0) }, polarity: .low).map(\.rank) == [3, 1, 2])
  }

  @Test("fractions that are equal tie although their denominators differ")
  func equalFractions() {
    let ranks = competitionRanks([Rational(1, 3), Rational(20, 60), Rational(333, 1000)], polarity: .high)
    #expect(ranks.map(\.rank) == [1, 1, 3])
  }

  // 95.69999999999999 and 95.7 are two binary doubles; the nearest peer ranks them apart (rulebook §6.1, fault 6).
  @Test("published values tie as they are published, not as binary doubles store them")
  func spreadsheetNoise() {
    #expect(95.69999999999999 != 95.7)
    var column = FigureColumn()
    column.append(millionths: Int64((95.69999999999999 * 1_000_000).rounded()))
    column.append(millionths: 95_700_000)
    let values = [column[0].value!, column[1].value!]
    #expect(competitionRanks(values, polarity: .high).map(\.sharing) == [2, 2])
  }

  // Ranks kept as text sort 10 before 2 (fault 4).
  @Test("ranks are numbers, so 10 sorts after 2")
  func ranksSort() {
    let ranks = competitionRanks((1...12).map { Rational($0) }, polarity: .low).map(\.rank)
    #expect(ranks.sorted() == Array(1...12))
  }
}
