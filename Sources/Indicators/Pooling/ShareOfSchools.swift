import Rulebook
import SchoolStatistics

/// A school's result on a share in one year.
package struct SchoolShare: Hashable, Sendable {
  package var year: AcademicYear
  /// Per cent: exact from counts, as published where the file gives a percentage.
  package var percent: Rational
  /// Pupils in the numerator; nil where a percentage was published.
  package var pupils: Int?
  /// Pupils in the denominator; nil where they are not known.
  package var cohort: Int?
  /// Decimals to which a percentage was published; nil where it is worked out from counts.
  package var decimals: Int?
  package var source: SourceLine

  package init(
    year: AcademicYear, percent: Rational, pupils: Int?, cohort: Int?, decimals: Int? = nil, source: SourceLine
  ) {
    (self.year, self.percent, self.pupils, self.cohort, self.source) = (year, percent, pupils, cohort, source)
    self.decimals = decimals
  }
}

/// The results of every school on one share, found by school and year: what floors, targets and schools.csv rest on.
///
/// The first row in the order of the files that has a usable figure counts. Eight bytes a school and year.
package struct ShareOfSchools: Sendable {
  private struct Holder: Sendable {
    var table: DataTable
    var reader: ShareReader
  }
  /// Where a result stands; no holder has the number -1.
  private struct Position: Sendable {
    var holder: Int32 = -1
    var row: Int32 = 0
  }
  private let holders: [Holder]
  /// By school × years + year.
  private let positions: [Position]
  private let span: StudyYears
  /// Years with a result of any school, ascending.
  package let years: [AcademicYear]

  /// `cohorts` are those of the same years. O(rows).
  init(_ data: SchoolData, _ share: ShareCalculation, _ span: StudyYears, cohorts: CohortTables) {
    self.span = span
    holders = data.tables.filter { $0.level == .school }.compactMap { table in
      ShareReader(table, share, cohorts: cohorts).map { Holder(table: table, reader: $0) }
    }
    var positions = [Position](repeating: Position(), count: data.schools.count * span.count)
    var hasResults = [Bool](repeating: false, count: span.count)
    for (number, holder) in holders.enumerated() {
      let (groups, places, years) = (holder.table.groups, holder.table.places, holder.table.years)
      for row in places.indices where groups[row] == share.group && places[row] >= 0 {
        guard let year = span.position(Int(years[row])) else { continue }
        let position = Int(places[row]) * span.count + year
        guard positions[position].holder < 0, holder.reader.read(row, position: position).denominator != 0 else {
          continue
        }
        positions[position] = Position(holder: Int32(clamping: number), row: Int32(clamping: row))
        hasResults[year] = true
      }
    }
    self.positions = positions
    years = hasResults.indices.filter { hasResults[$0] }.map(span.year)
  }

  /// The result of a school in the year at a position of the span; nil where there is none.
  subscript(school: Int, at year: Int) -> SchoolShare? {
    let position = school * span.count + year
    let place = positions[position]
    guard place.holder >= 0 else { return nil }
    let (holder, row) = (holders[Int(place.holder)], Int(place.row))
    let count = holder.reader.read(row, position: position)
    return count.value.map {
      SchoolShare(
        year: span.year(year), percent: $0, pupils: count.isEstimated ? nil : count.numerator,
        cohort: count.denominator > 0 ? count.denominator : nil, decimals: holder.reader.decimals,
        source: SourceLine(source: holder.table.source, line: Int(holder.table.lines[row])))
    }
  }

  package subscript(school: Int, year: AcademicYear) -> SchoolShare? {
    span.position(year).flatMap { self[school, at: $0] }
  }

  /// Schools with a result in a year, ascending.
  package func schools(in year: AcademicYear) -> [Int] {
    guard let year = span.position(year) else { return [] }
    return stride(from: year, to: positions.count, by: span.count).filter { positions[$0].holder >= 0 }
      .map { $0 / span.count }
  }

  /// The latest result up to a year and those of the years before it, newest first, `window` years in all.
  ///
  /// The latest is the newest of the `window` years up to `last`.
  package func history(_ school: Int, through last: AcademicYear, window: Int) -> [SchoolShare] {
    guard let latest = (0..<window).lazy.compactMap({ self[school, last - $0] }).first else { return [] }
    return (0..<window).compactMap { self[school, latest.year - $0] }
  }
}
