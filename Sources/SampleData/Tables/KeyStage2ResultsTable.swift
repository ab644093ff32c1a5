extension TableLayout {
  static let keyStage2Results = TableLayout(
    "ks2_results",
    [
      .whole("year"), .whole("urn"), .text("group"), .whole("eligible"), .whole("l4_english"), .whole("l4_maths"),
      .whole("l4_english_and_maths"), .whole("below_l3_english"), .whole("below_l3_maths"), .whole("progress_english"),
      .whole("progress_english_matched"), .whole("progress_maths"), .whole("progress_maths_matched"),
      .responsibleAuthority,
    ])
}

extension TableLayout.Column {
  static let responsibleAuthority = text(
    "responsible_la_code",
    "Optional: for group cic the authority looking after the children; blank for the school's own")
}

/// Results at the end of key stage 2; a group without pupils has no row.
struct KeyStage2ResultsTable: SchoolTable {
  private let files: [TableFile]
  private let country: Country

  init(in folder: SampleFolder, country: Country) throws {
    files = try folder.yearlyTables(.keyStage2Results)
    self.country = country
  }

  func write(_ history: SchoolHistory) throws {
    for year in history.years {
      guard let results = year.keyStage2, year.gap != .rowAbsent else { continue }
      for group in SampleGroups.all where results[group].eligible > 0 {
        let counts = results[group]
        let file = files[year: year.year]
        file.whole(year.year)
        file.whole(history.school.urn)
        file.text(group.rawValue)
        file.whole(counts.eligible)
        file.wholes(
          [
            counts.level4English, counts.level4Maths, counts.level4EnglishAndMaths, counts.belowLevel3English,
            counts.belowLevel3Maths,
          ], missing: year.gap.code)
        file.wholes(
          [counts.progressEnglish, counts.progressEnglishMatched, counts.progressMaths, counts.progressMathsMatched],
          missing: progressCode(year))
        file.text(group == .cic ? country.responsibleAuthority(of: history.school, in: year.year) : "")
        try file.endRow()
      }
    }
  }

  /// Progress was not yet measured in 2006.
  private func progressCode(_ year: SchoolYear) -> String? { year.gap.code ?? (year.year == 2006 ? "NA" : nil) }
}
