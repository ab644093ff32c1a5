import SchoolStatistics

extension Check {
  /// A target counts more pupils than the cohort has.
  static let targetAboveCohort = Check(
    id: "target-above-cohort", title: "Target above the cohort",
    description: "A target counts more pupils than the cohort has.",
    severity: .error,
    template: "target of {value} is above the cohort of {cohort}",
    action: "treated as not assessable")
}
