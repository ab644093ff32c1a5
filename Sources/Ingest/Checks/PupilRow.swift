import SchoolStatistics

extension Check {
  /// A cell of a pupil's row holds what its column may not; the place is named, never what stands there.
  static let pupilRow = Check(
    id: "pupil-row", title: "Pupil's row not as it should be",
    description:
      "A cell of a pupil's row holds what its column may not; the place is named, never what stands there.",
    severity: .error,
    template: "{what}",
    action: "row left out")
}
