import Rulebook
import SchoolStatistics
import Statistics

/// Means of all years and areas, with columns found once.
final class MeanFigures: AreaFigures {
  private let study: Study
  private let id: String
  private let mean: MeanCalculation
  private let group: PupilGroup
  private let cells: [MeanCell]
  private let official: PublishedColumn?
  private let limits: (lower: PublishedColumn, upper: PublishedColumn)?

  init(_ study: Study, _ id: String, _ mean: MeanCalculation, _ group: PupilGroup) {
    (self.study, self.id, self.mean, self.group) = (study, id, mean, group)
    cells = study.meanCells[MeanSlot(mean: mean, group: group)] ?? []
    official = study.published.column(mean.measure, group)
    let columns = [mean.lower, mean.upper].compactMap { $0.flatMap { study.published.column($0, group) } }
    limits = columns.count == 2 ? (columns[0], columns[1]) : nil
  }

  var isEmpty: Bool { cells.isEmpty && (official?.isEmpty ?? true) }

  func figure(year: Int, area: Int) -> AreaFigure {
    let position = study.cell(year, area)
    var figure = AreaFigure(missing: official?[position]?.value.reason ?? .notSupplied)
    if !cells.isEmpty {
      let cell = cells[position]
      if let value = cell.mean, study.isCovered(cell.authorities, year: year, area: area) {
        figure = AreaFigure(value: value)
        figure.pooled = .value(value)
        figure.children = cell.pupils
        figure.coverage = Coverage(
          schools: Int(cell.schools), schoolsExpected: Int(cell.schools + cell.missingSchools), pupils: cell.pupils,
          pupilsExpected: cell.pupils + cell.missingPupils)
        figure.notes = ["mean of school scores weighted by \(cell.pupils) pupils"]
      } else if let reason = MissingReason(rawValue: cell.reason), cell.pupils == 0 {
        figure.value = .missing(cell.unweighted > 0 ? .notAvailable : reason)
      }
    }
    if let published = official?[position]?.score {
      if !cells.isEmpty {
        figure.explicable = Explicable(
          cells[position], published, england: cells[study.cell(year, 0)],
          unknownCohort: study.rulebook.choices.unknownCohort)
      }
      figure.headline(published)
      if let lower = limits?.lower[position]?.value.value, let upper = limits?.upper[position]?.value.value {
        figure.interval = ConfidenceInterval(lower: lower.double, upper: upper.double)
      }
    }
    if official?[position]?.score == nil,
      let together = study.officialOfAuthorities(year: year, area: area, { official?[$0]?.score })
    {
      figure.useAuthorities(together)
    }
    if area == 0, figure.value.value == nil { figure.useRulebook(study.england(id, group, year: year)) }
    return figure
  }
}

extension MeanCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { MeanFigures(study, indicator.id, self, group) }

  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
  { MeansInRows(slot: readers.slot(MeanSlot(mean: self, group: group))) }
}

/// A score of a school as its rows have it.
private struct MeansInRows: SchoolFigureSource {
  let slot: Int

  func figure(_ cells: SchoolCells, school: Int, year: Int) -> AreaFigure? { cells.mean(slot, year)?.figure }
  func value(_ cells: SchoolCells, school: Int, year: Int) -> Figure? { cells.mean(slot, year)?.score }
}
