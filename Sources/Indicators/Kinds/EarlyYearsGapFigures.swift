import Rulebook
import SchoolStatistics

extension EarlyYearsGapCalculation {
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
