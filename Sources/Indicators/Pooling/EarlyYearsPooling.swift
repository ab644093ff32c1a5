import Rulebook
import SchoolStatistics

/// The early years gap of one area and year.
struct EarlyYearsGapCell: Sendable {
  var gap: Rational?
  var children: Int
}

/// Counts of children by total, pooled from rows about authorities and about schools.
struct EarlyYearsPooling {
  let data: SchoolData
  let years: StudyYears
  let areas: AreaIndex
  let homes: SchoolHomes

  /// By year × areas + area; nil where there are no children or too few authorities are known.
  func pool(_ calculation: EarlyYearsGapCalculation, choices: Choices) -> [EarlyYearsGapCell?] {
    let cells = totals(calculation)
    return cells.indices.map { position in
      let (year, area) = position.quotientAndRemainder(dividingBy: areas.width)
      if area == areas.elsewhere { return nil }
      var pooled = cells[position]
      if area < areas.firstAuthority {
        pooled = nil
        var known = 0
        for authority in areas.authorities where area == 0 || areas.regions[authority] == area {
          guard let part = cells[year * areas.width + authority] else { continue }
          known += 1
          if pooled == nil { pooled = part } else { pooled! += part }
        }
        guard choices.isCovered(known, of: areas.authoritiesInYear[year][area], isEngland: area == 0) else {
          return nil
        }
      }
      return pooled.map { EarlyYearsGapCell(gap: $0.gap(choices.earlyYearsCut), children: $0.count) }
    }
  }

  private func totals(_ calculation: EarlyYearsGapCalculation) -> [LowestFifth?] {
    var cells = [LowestFifth?](repeating: nil, count: years.count * areas.width)
    var fromAuthorities = Set<Int>()
    for level in [GeographicLevel.localAuthority, .school] {
      for table in data.tables where table.level == level {
        guard let totals = table.counts(calculation.total) ?? table.column(calculation.total),
          let children = table.counts(calculation.children)
        else { continue }
        for row in 0..<table.count where table.groups[row] == .all {
          guard let year = years.position(Int(table.years[row])), let count = children.figures.count(at: row),
            let total = totals.figures.count(at: row)
          else { continue }
          let place = Int(table.places[row])
          let area = level == .school ? Int(homes.areas[place * years.count + year]) : areas.firstAuthority + place
          let cell = year * areas.width + area
          if level == .localAuthority {
            fromAuthorities.insert(cell)
          } else if fromAuthorities.contains(cell) {
            continue
          }
          if cells[cell] == nil { cells[cell] = LowestFifth() }
          cells[cell]!.add(total: total, children: count)
        }
      }
    }
    return cells
  }
}
