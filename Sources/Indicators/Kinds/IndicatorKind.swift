import Rulebook
import SchoolStatistics
import Statistics

/// A kind of calculation as it is worked out. Each is one file of this folder; what reference data say of it is one
/// file of `Rulebook/Catalogue/Calculations`.
protocol IndicatorKind: Calculation {
  /// The figures of areas; nil where the data hold nothing that any could be made of.
  ///
  /// - Parameter counts: the schools that each indicator which counts schools by a rule found.
  func areas(_ study: Study, _ indicator: Indicator, _ group: PupilGroup, counts: [String: SchoolCount])
    -> (any AreaFigures)?

  /// The figures of schools; nil where schools have none.
  ///
  /// - Parameter areas: what `areas` made for the same indicator and group.
  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
}

extension IndicatorKind {
  func schools(_ study: Study, _ areas: any AreaFigures, _ group: PupilGroup, _ readers: inout TableReaders)
    -> (any SchoolFigureSource)?
  { nil }
}

/// Figures of one indicator and group for any year and area of a study, by their positions.
protocol AreaFigures: Sendable {
  func figure(year: Int, area: Int) -> AreaFigure
}

/// Figures of one indicator and group for any school and year.
protocol SchoolFigureSource: Sendable {
  /// Nil where the inputs say nothing about the school in the year.
  func figure(_ cells: SchoolCells, school: Int, year: Int) -> AreaFigure?
  /// The value alone, for changes over years.
  func value(_ cells: SchoolCells, school: Int, year: Int) -> Figure?
  /// Numerator and denominator of a share, for pools over years.
  func counts(_ cells: SchoolCells, year: Int) -> (numerator: Int, denominator: Int)?
  /// What a share is tested on in a year.
  func sample(_ cells: SchoolCells, year: Int) -> SampledShare?
  /// Whether a school has a figure that stands in no row of results.
  func hasFigure(school: Int, years: Range<Int>) -> Bool
}

extension SchoolFigureSource {
  func value(_ cells: SchoolCells, school: Int, year: Int) -> Figure? {
    figure(cells, school: school, year: year)?.value
  }
  func counts(_ cells: SchoolCells, year: Int) -> (numerator: Int, denominator: Int)? { nil }
  func sample(_ cells: SchoolCells, year: Int) -> SampledShare? { nil }
  func hasFigure(school: Int, years: Range<Int>) -> Bool { false }
}
