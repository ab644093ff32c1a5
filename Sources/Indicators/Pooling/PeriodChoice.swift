import SchoolStatistics

/// Which rows of a table answer a question about one period, year by year.
///
/// The rulebook names the period of a year; rows that name none are taken to be about it.
struct PeriodChoice: Sendable {
  /// Year × texts + text: whether rows with that text are taken.
  private let isTaken: [Bool]
  private let width: Int

  init(_ variants: TextColumn, periods: [String]) {
    let texts = variants.texts
    width = texts.count
    isTaken = periods.flatMap { period in
      texts.map { $0 == period || ($0.isEmpty && !texts.contains(period)) }
    }
  }

  func takes(_ position: Int, year: Int) -> Bool { isTaken[year * width + position] }
}
