import SchoolStatistics

/// A cell of a table that a run writes: where a reader finds a number that a sentence says.
public struct FigureReference: Hashable, Sendable {
  /// The tables that sentences draw on.
  public enum Table: String, Sendable {
    case schools = "tables/schools.csv"
    case targetAmbition = "tables/target-ambition-schools.csv"
  }

  public var table: Table
  /// The row's indicator id (`ks2-l4-em`), or the measure of the target.
  public var indicator: String
  /// The year of the results, or of the target.
  public var year: AcademicYear
  public var group: PupilGroup
  /// The name of the column, `numerator`.
  public var column: String

  public init(
    _ table: Table = .schools, _ indicator: String, _ year: AcademicYear, _ group: PupilGroup = .all, column: String
  ) {
    (self.table, self.indicator, self.year, self.group, self.column) = (table, indicator, year, group, column)
  }

  /// The same row, another column.
  public func column(_ name: String) -> Self {
    var other = self
    other.column = name
    return other
  }
}

extension FigureReference: CustomStringConvertible {
  /// `tables/schools.csv ks2-l4-em 2009 all numerator`
  public var description: String { "\(table.rawValue) \(indicator) \(year.ending) \(group.rawValue) \(column)" }
}

/// Anything that can look up the cells that sentences refer to: results in memory, or the written tables.
public protocol FigureLookup {
  /// The number in a cell, exact where known; nil where the cell is empty or there is no such row.
  func number(_ reference: FigureReference) -> Rational?
  /// The text of a cell; nil where there is no such row.
  func text(_ reference: FigureReference) -> String?
}
