import SchoolStatistics

extension Check {
  /// A file of pupils holds a pupil of one year in two schools.
  static let pupilInTwoSchools = Check(
    id: "pupil-in-two-schools", title: "Pupil in two schools",
    description:
      "A file of pupils holds a pupil of one year in two schools.",
    severity: .error,
    template: "{what}",
    action: "counted in neither")
}
