import SchoolStatistics

/// A result of one school, year and measure: the share, with its pupils where the file gives counts.
struct Attainment: Hashable, Sendable {
  var year: AcademicYear
  /// Per cent, exact.
  var percent: Rational
  var pupils: Int?
  var cohort: Int?
  var source: SourceLine
}

/// Results of schools by year, from every table that holds the measure.
struct AttainmentIndex: Sendable {
  private struct Key: Hashable {
    var school: Int32
    var year: Int16
  }
  private var found: [Key: Attainment] = [:]
  /// Years with a result of any school, ascending.
  let years: [AcademicYear]

  /// Results of `measure` as a share of `cohort`, in years up to `last`. A row without pupils is no result. O(rows).
  init(_ data: SchoolData, measure: Measure, cohort: Measure, through last: AcademicYear) {
    for table in data.tables where table.level == .school {
      guard let column = table.column(measure) else { continue }
      let cohorts = table.column(cohort)
      for row in 0..<table.count where table.groups[row] == .all && table.year(row) <= last {
        let key = Key(school: table.places[row], year: table.years[row])
        guard found[key] == nil, let value = column.figures[row].value else { continue }
        let size = cohorts?.figures.count(at: row)
        let source = SourceLine(source: table.source, line: Int(table.lines[row]))
        if case .percent = column.unit {
          found[key] = Attainment(year: table.year(row), percent: value, pupils: nil, cohort: size, source: source)
        } else if let pupils = column.figures.count(at: row), let size, size > 0 {
          found[key] = Attainment(
            year: table.year(row), percent: .percent(pupils, of: size), pupils: pupils, cohort: size, source: source)
        }
      }
    }
    years = Set(found.keys.map { AcademicYear(ending: Int($0.year)) }).sorted()
  }

  func result(_ school: Int, _ year: AcademicYear) -> Attainment? {
    found[Key(school: Int32(school), year: Int16(year.ending))]
  }

  /// Schools with a result in a year, ascending.
  func schools(in year: AcademicYear) -> [Int] {
    found.keys.filter { $0.year == Int16(year.ending) }.map { Int($0.school) }.sorted()
  }

  /// The latest result at a round and those of the years before it, newest first, `window` years in all.
  ///
  /// The latest is the newest within `window` years up to the round.
  func history(_ school: Int, round: AcademicYear, window: Int) -> [Attainment] {
    guard let latest = (0..<window).lazy.compactMap({ result(school, round - $0) }).first else { return [] }
    return (0..<window).compactMap { result(school, latest.year - $0) }
  }
}
