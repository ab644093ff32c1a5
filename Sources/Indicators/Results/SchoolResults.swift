import SchoolStatistics

/// The same indicators for every school, made one school at a time so that 20,000 schools need little memory.
public struct SchoolResults: Sendable {
  /// Indices in `SchoolData.schools` of schools with any value, ascending.
  public var schools: [Int]
  private let make: @Sendable (Int) -> [IndicatorValue]

  public init(schools: [Int], make: @escaping @Sendable (Int) -> [IndicatorValue]) {
    (self.schools, self.make) = (schools, make)
  }

  /// All values of a school (index in `SchoolData.schools`), by indicator, year and group.
  public func values(of school: Int) -> [IndicatorValue] { make(school) }
}
