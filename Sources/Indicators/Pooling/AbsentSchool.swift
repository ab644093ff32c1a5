/// A registered school that was open in a year, has a cohort in another year and none in this one (a boycott).
struct AbsentSchool: Sendable {
  /// School × years + year.
  var position: Int32
  /// Its cohort of the nearest year that has one.
  var pupils: Int32
}
