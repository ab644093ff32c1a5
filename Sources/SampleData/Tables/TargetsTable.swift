extension TableLayout {
  static let targets = TableLayout(
    "targets",
    [
      .whole("target_year"), .whole("round_year", "The year in whose autumn the target was set"), .whole("urn"),
      .text("measure"), .whole("cohort"), .whole("target_pupils"), .decimal("target_percent"), .decimal("estimate_b"),
      .decimal("estimate_d"), .whole("prior_attainment_pupils"), .whole("matched"), .whole("predicted_below_expected"),
      .date("date_set"), .whole("exceptional", "1 or 0"), .text("exceptional_reason"), .text("decided_by"),
      .date("decided_on"),
    ])
}

/// Statutory targets with the estimates they were set against.
struct TargetsTable: SchoolTable {
  private let file: TableFile
  private let country: Country

  init(in folder: SampleFolder, country: Country) throws {
    file = try folder.table(.targets)
    self.country = country
  }

  func write(_ history: SchoolHistory) throws {
    for target in country.targets.targets(of: history, authority: country.authorities[history.school.authority]) {
      file.whole(target.targetYear)
      file.whole(target.roundYear)
      file.whole(history.school.urn)
      file.text(target.measure)
      file.whole(target.cohort)
      file.whole(target.pupils)
      file.tenths(target.percent)
      file.tenths(target.estimateB)
      file.tenths(target.estimateD)
      file.whole(target.priorAttainmentPupils)
      file.whole(target.matched)
      file.whole(target.predictedBelowExpected)
      file.text(target.dateSet)
      file.whole(target.exception == nil ? 0 : 1)
      file.text(target.exception?.reason ?? "")
      file.text(target.exception?.decidedBy ?? "")
      file.text(target.exception?.decidedOn ?? "")
      try file.endRow()
    }
  }
}
