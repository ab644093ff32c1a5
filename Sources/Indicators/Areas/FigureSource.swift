import Rulebook
import SchoolStatistics

/// One indicator and pupil group, ready to give a figure for any year and area.
struct FigureSource: Sendable {
  let indicator: Indicator
  let group: PupilGroup
  let kind: any IndicatorKind
  /// Nil where the data hold nothing that a figure could be made of.
  let areas: (any AreaFigures)?

  init(_ study: Study, _ entry: CatalogueEntry, _ group: PupilGroup, counts: [String: SchoolCount]) {
    guard let kind = entry.calculation as? any IndicatorKind else {
      preconditionFailure("every kind of calculation is worked out by a file of Indicators/Kinds")
    }
    (indicator, self.group, self.kind) = (entry.indicator, group, kind)
    areas = kind.areas(study, entry.indicator, group, counts: counts)
  }

  func figure(year: Int, area: Int) -> AreaFigure {
    areas?.figure(year: year, area: area) ?? AreaFigure(missing: .notSupplied)
  }
}
