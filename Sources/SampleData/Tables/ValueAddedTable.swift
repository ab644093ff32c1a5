extension TableLayout {
  static let valueAdded = TableLayout(
    "value_added",
    [
      .whole("year"), .whole("urn"), .text("measure", "cva_ks1_ks2 (centre 100) or cva_ks2_ks4 (centre 1000)"),
      .decimal("score"), .decimal("ci_lower"), .decimal("ci_upper"), .whole("coverage", "Per cent of eligible pupils"),
      .whole("pupils"),
    ])
}

/// Contextual value added; where half the pupils or more are not covered some scores give way to `LOWCOV`.
struct ValueAddedTable: SchoolTable {
  private let file: TableFile

  init(in folder: SampleFolder, country: Country) throws { file = try folder.table(.valueAdded) }

  func write(_ history: SchoolHistory) throws {
    for year in history.years {
      guard let score = year.valueAdded, year.gap != .rowAbsent else { continue }
      let lowCoverage = score.coverage < 50 && history.school.urn % 2 == 0
      let opening = history.school.opened != nil && year.year == history.school.years.lowerBound
      file.whole(year.year)
      file.whole(history.school.urn)
      file.text(score.measure)
      if let code = year.gap.code ?? (opening ? "NEW" : lowCoverage ? "LOWCOV" : nil) {
        for _ in 0..<3 { file.text(code) }
      } else {
        file.tenths(score.score)
        file.tenths(score.lower)
        file.tenths(score.upper)
      }
      file.whole(score.coverage)
      file.whole(score.pupils)
      try file.endRow()
    }
  }
}
