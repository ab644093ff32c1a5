import SchoolStatistics

/// A school counted by an indicator that counts schools (below floor, coasting), with the tests it met.
public struct CountedSchool: Sendable {
  public var indicator: String
  public var year: AcademicYear
  /// Index in `SchoolData.schools`.
  public var school: Int
  public var authority: LocalAuthorityCode
  private let words: @Sendable () -> [String]

  /// `tests` are worked out when they are read: few outputs show them, and of some of the schools only.
  public init(
    indicator: String, year: AcademicYear, school: Int, authority: LocalAuthorityCode,
    tests: @autoclosure @escaping @Sendable () -> [String]
  ) {
    (self.indicator, self.year, self.school, self.authority, words) = (indicator, year, school, authority, tests)
  }

  /// Each test with the numbers compared: "16 of 31 at level 4+ (51.6%) is below 55%".
  public var tests: [String] { words() }
}
