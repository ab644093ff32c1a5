import SchoolStatistics

extension Check {
  /// A file of pupils holds a pupil of one school and year twice.
  static let pupilTwice = Check(
    id: "pupil-twice", title: "Pupil given twice",
    description:
      "A file of pupils holds a pupil of one school and year twice.",
    severity: .warning,
    template: "{what}",
    action: "counted once")
}
