import SchoolStatistics

/// A result of one school, year and measure: the share, with its pupils where the file gives counts.
struct Attainment: Hashable, Sendable {
  var year: AcademicYear
  /// Per cent, exact.
  var percent: Rational
  var pupils: Int?
  var cohort: Int?
  /// Decimals to which a percentage is given; nil where it is worked out from counts.
  var decimals: Int?
  var source: SourceLine
}

/// Results of schools by year, from every table that holds the measure.
struct AttainmentIndex: Sendable {
  /// A table that holds the measure.
  fileprivate struct Holder: Sendable {
    var table: DataTable
    var results: DataColumn
    var cohorts: FigureColumn?
  }
  /// Where a result stands; no holder has the number -1.
  private struct Position: Sendable {
    var holder: Int32 = -1
    var row: Int32 = 0
  }
  private var holders: [Holder] = []
  private var positions: [Position]
  /// Years of the tables, ascending; positions are school × known years + year.
  private let knownYears: [AcademicYear]
  /// Years with a result of any school, ascending.
  let years: [AcademicYear]

  /// Results of `measure` as a share of `cohort`, in years up to `last`. A row without pupils is no result. O(rows).
  init(_ data: SchoolData, measure: Measure, cohort: Measure, through last: AcademicYear) {
    for table in data.tables where table.level == .school {
      guard let results = table.column(measure) else { continue }
      holders.append(Holder(table: table, results: results, cohorts: table.column(cohort)?.figures))
    }
    var found: Set<Int16> = []
    for holder in holders {
      var previous: Int16?
      for year in holder.table.years where year != previous {
        found.insert(year)
        previous = year
      }
    }
    let knownYears = found.map { AcademicYear(ending: Int($0)) }.filter { $0 <= last }.sorted()
    self.knownYears = knownYears
    positions = [Position](repeating: Position(), count: data.schools.count * knownYears.count)
    var hasResults = [Bool](repeating: false, count: knownYears.count)
    for (number, holder) in holders.enumerated() {
      let (groups, places, years) = (holder.table.groups, holder.table.places, holder.table.years)
      for row in places.indices where groups[row] == .all && places[row] >= 0 {
        guard let year = knownYears.firstIndex(where: { $0.ending == Int(years[row]) }) else { continue }
        let position = Int(places[row]) * knownYears.count + year
        guard positions[position].holder < 0, holder.hasAttainment(row) else { continue }
        positions[position] = Position(holder: Int32(number), row: Int32(row))
        hasResults[year] = true
      }
    }
    years = knownYears.indices.filter { hasResults[$0] }.map { knownYears[$0] }
  }

  func result(_ school: Int, _ year: AcademicYear) -> Attainment? {
    guard let year = knownYears.firstIndex(of: year) else { return nil }
    let position = positions[school * knownYears.count + year]
    return position.holder < 0 ? nil : holders[Int(position.holder)].attainment(Int(position.row))
  }

  /// Schools with a result in a year, ascending.
  func schools(in year: AcademicYear) -> [Int] {
    guard let year = knownYears.firstIndex(of: year) else { return [] }
    return stride(from: year, to: positions.count, by: knownYears.count).filter { positions[$0].holder >= 0 }
      .map { $0 / knownYears.count }
  }

  /// The latest result at a round and those of the years before it, newest first, `window` years in all.
  ///
  /// The latest is the newest within `window` years up to the round.
  func history(_ school: Int, round: AcademicYear, window: Int) -> [Attainment] {
    guard let latest = (0..<window).lazy.compactMap({ result(school, round - $0) }).first else { return [] }
    return (0..<window).compactMap { result(school, latest.year - $0) }
  }
}

extension AttainmentIndex.Holder {
  fileprivate func hasAttainment(_ row: Int) -> Bool {
    if case .percent = results.unit { return results.figures.reason(at: row) == nil }
    return results.figures.count(at: row) != nil && (cohorts?.count(at: row) ?? 0) > 0
  }

  /// The result of a row; nil where it has none.
  fileprivate func attainment(_ row: Int) -> Attainment? {
    let size = cohorts?.count(at: row)
    let percent: Rational
    var pupils: Int?
    var given: Int?
    if case .percent(_, let decimals) = results.unit {
      given = decimals
      guard let value = results.figures[row].value else { return nil }
      percent = value
    } else {
      guard let count = results.figures.count(at: row), let size, size > 0 else { return nil }
      (percent, pupils) = (.percent(count, of: size), count)
    }
    return Attainment(
      year: table.year(row), percent: percent, pupils: pupils, cohort: size, decimals: given,
      source: SourceLine(source: table.source, line: Int(table.lines[row])))
  }
}
