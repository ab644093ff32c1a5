import SchoolStatistics

/// The gap between the median child and the lowest-scoring fifth in the early years, from totals of children.
///
/// It cannot be had from percentages or school means. Source: NI 92, rulebook §1.1.
public struct EarlyYearsGapCalculation: Hashable, Sendable, Decodable {
  /// The column of totals and the column of children with that total.
  public var total: Measure
  public var children: Measure
  /// The published gap.
  public var measure: Measure

  private enum Key: String, CodingKey { case total, children, measure }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    total = Measure(try fields.decode(String.self, forKey: .total))
    children = Measure(try fields.decode(String.self, forKey: .children))
    measure = Measure(try fields.decode(String.self, forKey: .measure))
  }

  func figure(_ study: Study, _ id: String, _ official: PublishedColumn?, year: Int, area: Int) -> AreaFigure {
    let position = study.cell(year, area)
    var figure = AreaFigure(missing: official?[position]?.value.reason ?? .notSupplied)
    if !study.earlyYears.isEmpty, let pooled = study.earlyYears[position], let gap = pooled.gap {
      figure = AreaFigure(value: gap)
      figure.pooled = .value(gap)
      figure.children = pooled.children
    }
    if let published = official?[position]?.score {
      figure.headline(published)
      figure.explicable = Explicable.rounding(published)
    }
    if area == 0, figure.value.value == nil { figure.useRulebook(study.england(id, .all, year: year)) }
    return figure
  }
}

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
