import Rulebook
import SchoolStatistics

/// Official figures that are only reported.
private struct PublishedFigures: AreaFigures {
  let study: Study
  let column: PublishedColumn?

  func figure(year: Int, area: Int) -> AreaFigure {
    let cell = study.cell(year, area)
    var figure = AreaFigure(missing: column?[cell]?.value.reason ?? .notSupplied)
    if let published = column?[cell]?.score { figure.headline(published) }
    return figure
  }
}

extension PublishedCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { PublishedFigures(study: study, column: study.published.column(measure, group)) }
}
