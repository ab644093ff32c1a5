import Rulebook
import SchoolStatistics

/// Early years gaps of all years and areas.
private struct EarlyYearsGapFigures: AreaFigures {
  private let study: Study
  private let id: String
  private let official: PublishedColumn?
  /// By year × areas + area.
  private let cells: [EarlyYearsGapCell?]

  init(_ study: Study, _ id: String, _ calculation: EarlyYearsGapCalculation) {
    (self.study, self.id) = (study, id)
    official = study.published.column(calculation.measure, .all)
    cells = EarlyYearsPooling(data: study.data, years: study.years, areas: study.areas, homes: study.homes)
      .pool(calculation, choices: study.rulebook.choices)
  }

  func figure(year: Int, area: Int) -> AreaFigure {
    let position = study.cell(year, area)
    var figure = AreaFigure(missing: official?[position]?.value.reason ?? .notSupplied)
    if let pooled = cells[position], let gap = pooled.gap {
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

extension EarlyYearsGapCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { EarlyYearsGapFigures(study, indicator.id, self) }
}
