import SchoolStatistics

extension Check {
  /// Pupils have no earlier result, or children were not assessed, so that a measure rests on fewer; how many is said once for each column.
  static let pupilWithoutPrior = Check(
    id: "pupil-without-prior", title: "Pupils out of a measure",
    description:
      "Pupils have no earlier result, or children were not assessed, so that a measure rests on fewer; how many is said once for each column.",
    severity: .note,
    template: "{what}",
    action: "out of the measure")
}
