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

extension CheckedTable {
  /// Targets of more pupils than the cohort has.
  func targetsAboveCohort() -> [Finding] {
    guard table.name == "targets", let pupils = table.column("target_pupils"),
      let cohort = table.column("target_cohort")
    else { return [] }
    return (0..<table.count).compactMap { row in
      guard let target = pupils.figures.count(at: row), let all = cohort.figures.count(at: row), target > all else {
        return nil
      }
      return finding(.targetAboveCohort, ["cohort": "\(all)"], row: row, column: pupils.header, value: .count(target))
    }
  }
}
