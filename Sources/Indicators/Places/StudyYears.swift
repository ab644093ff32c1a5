import SchoolStatistics

/// The years that are calculated, without gaps: those reported, and earlier ones that changes, pools over three
/// years and tests over several years need.
struct StudyYears: Sendable {
  let first: Int
  let last: Int
  /// Position of the first year that is reported.
  let firstReported: Int

  var count: Int { last - first + 1 }
  var reported: Range<Int> { firstReported..<count }
  func year(_ position: Int) -> AcademicYear { AcademicYear(ending: first + position) }
  /// Nil where the year is not calculated.
  func position(_ ending: Int) -> Int? { ending >= first && ending <= last ? ending - first : nil }
  func position(_ year: AcademicYear) -> Int? { position(year.ending) }
}
