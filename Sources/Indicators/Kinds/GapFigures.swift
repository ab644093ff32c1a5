import Rulebook
import SchoolStatistics
import Statistics

extension GapCalculation {
  func share(_ study: Study, year: Int) -> (id: String, share: ShareCalculation)? {
    for id in of where study.exists(id, year: year) { if let share = study.share(id) { return (id, share) } }
    return nil
  }

  /// From figures of one source, or there is none: an official percentage is not compared with a pooled one, nor a figure
  /// of the data with a constant of the rulebook. England's figure, with which areas are compared, is one of its own.
  func gap(_ share: String, from: AreaFigure, _ here: AreaFigure, isNational: Bool, place: String) -> AreaFigure {
    var (minuend, subtrahend) = (from, here)
    if !isNational, minuend.origin != subtrahend.origin {
      (minuend, subtrahend) = (minuend.pooledOnly, subtrahend.pooledOnly)
    }
    if !isNational, minuend.isFromRulebook != subtrahend.isFromRulebook || minuend.origin != subtrahend.origin {
      return AreaFigure(missing: .notAvailable)
    }
    guard let a = minuend.value.value, let b = subtrahend.value.value else {
      return AreaFigure(missing: here.value.reason ?? from.value.reason ?? .notSupplied)
    }
    var gap = AreaFigure(value: a - b)
    gap.origin = subtrahend.origin
    gap.isEstimated = subtrahend.isEstimated || minuend.isEstimated
    gap.coverage = here.coverage
    gap.interval = Self.interval(minuend, subtrahend, isNational: isNational)
    gap.gap = groups(share, minuend, subtrahend, isNational: isNational)
    gap.sources = minuend.sources + subtrahend.sources
    gap.rounding = minuend.rounding + subtrahend.rounding
    if isNational { (gap.test, gap.comparator) = (subtrahend.test, a) }
    gap.notes = [
      (isNational ? "England" : place)
        + ": \(minuend.shareText); \(isNational ? place : "the other group"): \(subtrahend.shareText)"
    ]
    if gap.isEstimated { gap.notes.append("counts estimated from percentages") }
    if let a = from.pooled.value ?? (isNational ? from.value.value : nil), let b = here.pooled.value {
      gap.pooled = .value(a - b)
    }
    if let a = from.published, let b = here.published {
      gap.published = PublishedShare(value: a.value - b.value, decimals: min(a.decimals, b.decimals))
      gap.cell = here.cell
      if let c = here.explicable { gap.explicable = from.explicable.map { $0 + c } ?? c }
    }
    return gap
  }

  private func groups(_ share: String, _ from: AreaFigure, _ here: AreaFigure, isNational: Bool) -> GapGroups? {
    guard let smallest = (isNational ? [here] : [from, here]).compactMap(\.pupils).min() else { return nil }
    let counts = here.fittingCounts
    return GapGroups(
      share: share, groups: isNational ? [subtrahend] : [minuend, subtrahend], smallest: smallest,
      numerator: counts?.numerator, denominator: counts?.denominator)
  }

  /// Against England: England's percentage is taken as known, so the interval is Wilson's of the other side, turned
  /// round. Within an area: Newcombe's for the difference of two shares.
  private static func interval(_ from: AreaFigure, _ here: AreaFigure, isNational: Bool) -> ConfidenceInterval? {
    guard let a = from.value.value?.double else { return nil }
    if isNational {
      return here.sample.flatMap(wilsonInterval).map { ConfidenceInterval(lower: a - $0.upper, upper: a - $0.lower) }
    }
    guard let (n, d) = here.fittingCounts, let (m, e) = from.fittingCounts else { return nil }
    let rounding = (from.rounding + here.rounding).double
    return newcombeInterval(m, of: e, minus: n, of: d).map {
      ConfidenceInterval(lower: $0.lower - rounding, upper: $0.upper + rounding)
    }
  }
}

/// Gaps of all years and areas, with the shares they are made of found once a year.
final class GapFigures: AreaFigures {
  private let gap: GapCalculation
  private let sources: [(id: String, from: ShareSource, here: ShareSource)?]
  /// By year: England's percentage, where all areas are compared with it.
  private let england: [AreaFigure?]

  init(_ study: Study, _ gap: GapCalculation) {
    self.gap = gap
    sources = (0..<study.years.count).map { year in
      gap.share(study, year: year).map { id, share in
        (id, ShareSource(study, id, share, gap.minuend), ShareSource(study, id, share, gap.subtrahend))
      }
    }
    england = sources.enumerated().map { year, source in
      gap.area == .national ? source?.from.figure(year: year, area: 0) : nil
    }
  }

  var isEmpty: Bool { sources.allSatisfy { $0?.here.isEmpty ?? true } }

  func figure(year: Int, area: Int) -> AreaFigure {
    guard let source = sources[year] else { return AreaFigure(missing: .notSupplied) }
    let isNational = gap.area == .national
    var here = source.here.figure(year: year, area: area)
    var from = england[year] ?? source.from.figure(year: year, area: area)
    if area == 0, from.isFromRulebook != here.isFromRulebook {
      (from, here) = (source.from.ofRulebook(year: year), source.here.ofRulebook(year: year))
    }
    return gap.gap(
      source.id, from: from, here, isNational: isNational && area != 0, place: area == 0 ? "England" : "here")
  }
}

extension GapCalculation: IndicatorKind {
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?
  { GapFigures(study, self) }

  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
  { GapsInRows(study, self, &readers) }
}

/// A gap of a school between two groups of its rows, or between England's pupils and one of them.
private struct GapsInRows: SchoolFigureSource {
  private struct Year: Sendable {
    var share: String
    var from: Int
    var here: Int
    /// England's percentage; of a gap against England.
    var england: Rational?
  }
  private let gap: GapCalculation
  /// Nil in years without the share.
  private let years: [Year?]

  init(_ study: Study, _ gap: GapCalculation, _ readers: inout TableReaders) {
    self.gap = gap
    var years: [Year?] = []
    for year in 0..<study.years.count {
      guard let (id, share) = gap.share(study, year: year) else {
        years.append(nil)
        continue
      }
      let england =
        gap.area == .national
        ? ShareSource(study, id, share, gap.minuend).figure(year: year, area: 0).value.value : nil
      years.append(
        Year(
          share: id, from: readers.slot(ShareSlot(share: share, group: gap.minuend)),
          here: readers.slot(ShareSlot(share: share, group: gap.subtrahend)), england: england))
    }
    self.years = years
  }

  func figure(_ cells: SchoolCells, school: Int, year: Int) -> AreaFigure? {
    guard let known = years[year], let here = cells.share(known.here, year) else { return nil }
    if gap.area == .national {
      guard let england = known.england else { return AreaFigure(missing: .notSupplied) }
      var from = AreaFigure(value: england)
      from.origin = .published
      return gap.gap(known.share, from: from, here.figure, isNational: true, place: "here")
    }
    return cells.share(known.from, year).map {
      gap.gap(known.share, from: $0.figure, here.figure, isNational: false, place: "here")
    }
  }

  func value(_ cells: SchoolCells, school: Int, year: Int) -> Figure? {
    guard let known = years[year], let here = cells.share(known.here, year)?.count.value,
      let from = gap.area == .national ? known.england : cells.share(known.from, year)?.count.value
    else { return nil }
    return .value(from - here)
  }
}
