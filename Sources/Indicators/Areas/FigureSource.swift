import Rulebook
import SchoolStatistics
import Statistics

/// One indicator and pupil group, ready to give a figure for any year and area.
final class FigureSource: Sendable {
  let entry: CatalogueEntry
  let group: PupilGroup
  private let source: Source

  private enum Source: Sendable {
    case share(ShareSource)
    case gap(GapFigures)
    case mean(MeanFigures)
    case earlyYearsGap(EarlyYearsGapCalculation, PublishedColumn?)
    case schools(SchoolCount)
    case inspections([SchoolCountCell])
    case published(PublishedCalculation, PublishedColumn?)
    case none
  }

  init(
    _ study: Study, _ entry: CatalogueEntry, _ group: PupilGroup, counts: [String: SchoolCount],
    inspections: [String: [SchoolCountCell]]
  ) {
    (self.entry, self.group) = (entry, group)
    let id = entry.indicator.id
    source =
      switch entry.calculation {
      case .share(let share): .share(ShareSource(study, id, share, group))
      case .gap(let gap): .gap(gap.figures(study))
      case .mean(let mean): .mean(MeanFigures(study, id, mean, group))
      case .earlyYearsGap(let gap): .earlyYearsGap(gap, study.published.column(gap.measure, .all))
      case .schools: counts[id].map { .schools($0) } ?? .none
      case .latestInspection: inspections[id].map { .inspections($0) } ?? .none
      case .published(let published): .published(published, study.published.column(published.measure, published.group))
      }
  }

  func figure(_ study: Study, year: Int, area: Int) -> AreaFigure {
    switch source {
    case .share(let share): return share.figure(year: year, area: area)
    case .gap(let gap): return gap.figure(year: year, area: area)
    case .mean(let mean): return mean.figure(year: year, area: area)
    case .earlyYearsGap(let gap, let official):
      return gap.figure(study, entry.indicator.id, official, year: year, area: area)
    case .schools(let count): return count.figure(study, year: year, area: area)
    case .inspections(let cells):
      return Self.inspected(study, entry.indicator.id, cells[study.cell(year, area)], year: year, area: area)
    case .published(let published, let column): return published.figure(column, cell: study.cell(year, area))
    case .none: return AreaFigure(missing: .notSupplied)
    }
  }

  private static func inspected(_ study: Study, _ id: String, _ cell: SchoolCountCell, year: Int, area: Int)
    -> AreaFigure
  {
    var figure = AreaFigure(missing: .notSupplied)
    if cell.judged > 0, study.isCovered(cell.authorities, year: year, area: area) {
      figure = AreaFigure(value: .percent(cell.counted, of: cell.judged))
      figure.counts = (cell.counted, cell.judged)
      figure.pooledCounts = figure.counts
      figure.pooled = figure.value
      figure.test = SampledShare(pupils: cell.judged, percent: .percent(cell.counted, of: cell.judged))
      figure.notes = ["\(cell.counted) of \(cell.judged) schools"]
    }
    if area == 0, figure.value.value == nil { figure.useRulebook(study.england(id, .all, year: year)) }
    return figure
  }
}
