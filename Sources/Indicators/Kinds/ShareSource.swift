import Rulebook
import SchoolStatistics
import Statistics

/// Everything that figures of one share and group are made of, found once for all years and areas.
final class ShareSource: AreaFigures {
  let share: ShareCalculation
  let group: PupilGroup
  let id: String
  private let study: Study
  private let cells: [PoolCell]
  private let official: PublishedColumn?
  private let officialComplement: PublishedColumn?
  private let officialCohort: PublishedColumn?

  init(_ study: Study, _ id: String, _ share: ShareCalculation, _ group: PupilGroup) {
    (self.study, self.id, self.share, self.group) = (study, id, share, group)
    cells = study.shareCells[ShareSlot(share: share, group: group)] ?? []
    let schools = share.schools
    official = study.published.column(share.numerator, group, schools: schools)
    officialComplement = share.complement.flatMap { study.published.column($0, group, schools: schools) }
    officialCohort =
      share.denominator == share.cohort ? study.published.column(share.denominator, group, schools: schools) : nil
  }

  var isEmpty: Bool { cells.isEmpty && (official?.isEmpty ?? true) && (officialComplement?.isEmpty ?? true) }

  /// Whether any input speaks of the place in any year.
  func mentions(_ area: Int) -> Bool {
    (0..<study.years.count).contains { year in
      let cell = study.cell(year, area)
      return (!cells.isEmpty && cells[cell].hasRow) || official?[cell] != nil || officialComplement?[cell] != nil
    }
  }

  func figure(year: Int, area: Int) -> AreaFigure {
    let position = study.cell(year, area)
    var figure = pooled(position, year: year, area: area)
    if let published = officialShare(position) {
      figure.headline(published)
      if let cell = figure.cell {
        figure.explicable = Explicable(cell, published, unknownCohort: study.rulebook.choices.unknownCohort)
      }
    } else if let official = study.officialOfAuthorities(year: year, area: area, officialShare) {
      figure.useAuthorities(official)
    } else if figure.value.value == nil, cells.isEmpty || !cells[position].hasRow,
      let reason = official?[position]?.value.reason
    {
      figure.value = .missing(reason)
    }
    if area == 0, figure.value.value == nil { figure.useRulebook(study.england(id, group, year: year)) }
    if share.hasPeriod, let rule = study.rules[year]?.persistentAbsence, figure.value.value != nil {
      figure.notes.append(share.numerator == "persistent_absentees" ? rule.words : "period: " + rule.periodTitle)
    }
    return figure
  }

  /// England's figure as the rulebook gives it, whatever the data hold.
  func ofRulebook(year: Int) -> AreaFigure {
    var figure = AreaFigure(missing: .notSupplied)
    figure.useRulebook(study.england(id, group, year: year))
    return figure
  }

  private func officialShare(_ position: Int) -> PublishedShare? {
    var share =
      official?[position]?.share(isComplement: false) ?? officialComplement?[position]?.share(isComplement: true)
    if share != nil, share?.denominator == nil, let cohort = officialCohort?[position] {
      share?.denominator = cohort.value.count ?? cohort.denominator.count
    }
    return share
  }

  private func pooled(_ position: Int, year: Int, area: Int) -> AreaFigure {
    guard !cells.isEmpty else { return AreaFigure(missing: .notSupplied) }
    let cell = cells[position]
    guard let percent = cell.percent, study.isCovered(cell.authorities, year: year, area: area) else {
      var figure = AreaFigure(missing: MissingReason(rawValue: cell.denominator > 0 ? 0 : cell.reason) ?? .notSupplied)
      if cell.denominator > 0 { figure.notes.append("not pooled: data for \(cell.authorities) authorities only") }
      if cell.valueOnly > 0 {
        figure.notes.append("\(cell.valueOnly) schools give a percentage without pupils, which cannot be pooled")
      }
      return figure
    }
    var figure = AreaFigure(value: percent)
    figure.pooled = .value(percent)
    figure.cell = cell
    figure.rounding = cell.rounding
    if !cell.isAuthorityRow {
      figure.coverage = Coverage(
        schools: Int(cell.schools), schoolsExpected: Int(cell.schools + cell.missingSchools), pupils: cell.denominator,
        pupilsExpected: cell.denominator + cell.missingPupils)
    }
    if cell.substituted == 0 {
      figure.counts = (cell.numerator, cell.denominator)
      figure.pooledCounts = figure.counts
      figure.test = SampledShare(pupils: cell.denominator, percent: percent, rounding: cell.rounding)
    }
    figure.isEstimated = cell.estimated > 0
    figure.notes = cell.notes
    return figure
  }
}

extension PoolCell {
  /// What a reader should know about the figure.
  var notes: [String] {
    var notes: [String] = []
    if estimated > 0 {
      let pupils = Rational(Int64(error), 1_000_000)
      notes.append(
        "counts of \(estimated) \(estimated == 1 ? "school" : "schools") estimated from percentages"
          + (error > 0 ? ", numerator within \(pupils.text(decimals: 1)) pupils" : ", each the only count that fits"))
    }
    if substituted > 0 {
      notes.append("percentages weighted by pupils who stand in for those in the measure, who are not in the files")
    }
    if valueOnly > 0 {
      notes.append("\(valueOnly) \(valueOnly == 1 ? "school" : "schools") with a percentage and no pupils left out")
    }
    return notes
  }
}

extension PersistentAbsenceRule {
  /// The period in words: `five half terms`.
  var periodTitle: String { period.split(separator: "_").joined(separator: " ") }
}

extension ShareCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { ShareSource(study, indicator.id, self, group) }

  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
  { SharesInRows(slot: readers.slot(ShareSlot(share: self, group: group))) }
}

/// A share of a school as its rows have it.
private struct SharesInRows: SchoolFigureSource {
  let slot: Int

  func figure(_ cells: SchoolCells, school: Int, year: Int) -> AreaFigure? { cells.share(slot, year)?.figure }
  func value(_ cells: SchoolCells, school: Int, year: Int) -> Figure? {
    cells.share(slot, year)?.count.value.map { .value($0) }
  }
  func counts(_ cells: SchoolCells, year: Int) -> (numerator: Int, denominator: Int)? {
    guard let count = cells.share(slot, year)?.count, count.denominator > 0, !count.isSubstituted else { return nil }
    return (count.numerator, count.denominator)
  }
  func sample(_ cells: SchoolCells, year: Int) -> SampledShare? { cells.share(slot, year)?.figure.test }
}
