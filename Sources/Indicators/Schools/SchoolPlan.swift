import Rulebook
import SchoolStatistics

/// How the value of one indicator and group is made for a school.
struct SchoolPlan: Sendable {
  let indicator: Indicator
  let group: PupilGroup
  /// Position of the indicator and group among the sources of the run.
  let position: Int
  /// One a year.
  let comparisons: [Comparison]
  let years: IndicatorYears
  let figures: any SchoolFigureSource

  /// Nil where schools have no figures of the indicator.
  init?(_ study: Study, _ source: FigureSource, position: Int, _ readers: inout TableReaders) {
    guard let areas = source.areas, let figures = source.kind.schools(study, areas, source.group, &readers) else {
      return nil
    }
    let known = IndicatorYears(study, source.indicator.id)
    (indicator, group, self.position, years, self.figures) = (source.indicator, source.group, position, known, figures)
    comparisons = known.breaks.map {
      Comparison(
        indicator: source.indicator, group: source.group, breakBefore: $0,
        leastCoverage: study.rulebook.choices.leastCoverage)
    }
  }
}
