extension TableLayout {
  static let keyStage4Results = TableLayout(
    "ks4_results",
    [
      .whole("year"), .whole("urn"), .text("group"), .whole("pupils"), .whole("five_ac_english_and_maths"),
      .whole("five_ac_any"), .whole("ac_english_and_maths"), .whole("no_passes"), .whole("progress_english"),
      .whole("progress_english_matched"), .whole("progress_maths"), .whole("progress_maths_matched"),
      .responsibleAuthority,
    ])
}

/// Results at the end of key stage 4; a group without pupils has no row.
struct KeyStage4ResultsTable: SchoolTable {
  private let files: [TableFile]
  private let country: Country

  init(in folder: SampleFolder, country: Country) throws {
    files = try folder.yearlyTables(.keyStage4Results)
    self.country = country
  }

  func write(_ history: SchoolHistory) throws {
    for year in history.years {
      guard let results = year.keyStage4 else { continue }
      for group in SampleGroups.all where results[group].pupils > 0 {
        let counts = results[group]
        let file = files[year: year.year]
        file.whole(year.year)
        file.whole(history.school.urn)
        file.text(group.rawValue)
        file.whole(counts.pupils)
        file.wholes(
          [counts.fiveGoodWithEnglishAndMaths, counts.fiveGoodAny, counts.goodEnglishAndMaths, counts.noPasses],
          missing: year.gap.code)
        file.wholes(
          [counts.progressEnglish, counts.progressEnglishMatched, counts.progressMaths, counts.progressMathsMatched],
          missing: progressCode(year))
        file.text(group == .cic ? country.responsibleAuthority(of: history.school, in: year.year) : "")
        try file.endRow()
      }
    }
  }

  /// Three levels of progress were first measured in 2008.
  private func progressCode(_ year: SchoolYear) -> String? { year.gap.code ?? (year.year < 2008 ? "NA" : nil) }
}
