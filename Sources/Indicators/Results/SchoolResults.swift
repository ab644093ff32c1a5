import SchoolStatistics

/// The same indicators for every school, made one school at a time so that 20,000 schools need little memory.
public struct SchoolResults: Sendable {
  /// Indices in `SchoolData.schools` of schools with any value, ascending.
  public var schools: [Int]
  private let make: @Sendable (Int) -> [IndicatorValue]
  private let look: (@Sendable (Int, AcademicYear, Set<String>) -> [IndicatorValue])?

  /// - Parameter look: makes figures and counts of one year alone; without it they are picked out of all values.
  public init(
    schools: [Int], look: (@Sendable (Int, AcademicYear, Set<String>) -> [IndicatorValue])? = nil,
    make: @escaping @Sendable (Int) -> [IndicatorValue]
  ) {
    (self.schools, self.look, self.make) = (schools, look, make)
  }

  /// All values of a school (index in `SchoolData.schools`), by indicator, year and group.
  public func values(of school: Int) -> [IndicatorValue] { make(school) }

  /// The figures and counts of some indicators in one year, without what compares them with other years and places:
  /// for a look over all schools.
  public func values(of school: Int, in year: AcademicYear, of indicators: Set<String>) -> [IndicatorValue] {
    look?(school, year, indicators)
      ?? make(school).filter { $0.year == year && indicators.contains($0.indicator) }
  }
}
