extension TableLayout {
  private static let head: [Column] = [
    .whole("year"), .whole("urn"), .text("la_code"), .responsibleAuthority, .text("pupil", "Without meaning"),
    .text("sex"),
    .text("fsm"), .text("sen"), .text("cic"),
  ]
  static let keyStage2Pupils = TableLayout(
    "pupils_ks2",
    head + [
      .text("ks1_reading"), .text("ks1_writing"), .text("ks1_maths"), .text("ks2_english"), .text("ks2_maths"),
    ])
  static let keyStage4Pupils = TableLayout(
    "pupils_ks4",
    head + [
      .text("ks2_english"), .text("ks2_maths"), .text("english_grade"), .text("maths_grade"), .text("five_ac"),
      .text("five_ac_em"), .text("any_pass"),
    ])
  static let earlyYearsPupils = TableLayout(
    "pupils_eyfsp",
    [.whole("year"), .text("la_code"), .text("pupil", "Without meaning"), .text("fsm")]
      + EarlyYearsPupilsTable.scales.map { .text($0) })
}

extension TableFile {
  /// The columns that pupils of all stages have.
  fileprivate func pupil(_ pupil: Pupil, _ position: Int, _ year: Int, of school: School, _ country: Country) {
    whole(year)
    whole(school.urn)
    text(String(country.authorities[school.authority].reportingCode(in: year)))
    text(pupil.inCare ? country.responsibleAuthority(of: school, in: year) : "")
    text("\(school.urn)-\(position)")
    text(pupil.boy ? "M" : "F")
    text(pupil.freeMealsUnknown ? "" : pupil.freeMeals ? "1" : "0")
    text(pupil.specialNeeds ? "A" : "N")
    text(pupil.inCare ? "1" : "0")
  }
}

/// Pupils at the end of key stage 2, with levels that give the drawn outcomes.
struct KeyStage2PupilsTable: SchoolTable {
  private let files: [TableFile]
  private let country: Country

  init(in folder: SampleFolder, country: Country) throws {
    files = try folder.yearlyTables(.keyStage2Pupils)
    self.country = country
  }

  func write(_ history: SchoolHistory) throws {
    for year in history.years {
      guard let results = year.keyStage2, year.gap != .rowAbsent else { continue }
      let file = files[year: year.year]
      for (position, (pupil, counts)) in results.pupils.enumerated() {
        file.pupil(pupil, position, year.year, of: history.school, country)
        let english = Self.level(counts.level4English, counts.belowLevel3English)
        let maths = Self.level(counts.level4Maths, counts.belowLevel3Maths)
        // Progress was not yet measured in 2006.
        let code = year.gap.code ?? (year.year == 2006 ? "NA" : nil)
        let reading = code ?? Self.prior(english, made: counts.progressEnglish, matched: counts.progressEnglishMatched)
        file.text(reading)
        file.text(reading)
        file.text(code ?? Self.prior(maths, made: counts.progressMaths, matched: counts.progressMathsMatched))
        file.text(year.gap.code ?? english)
        file.text(year.gap.code ?? maths)
        try file.endRow()
      }
    }
  }

  private static func level(_ four: Int, _ belowThree: Int) -> String { four == 1 ? "4" : belowThree == 1 ? "2" : "3" }

  /// A level of key stage 1 from which the level is two levels on, or is not.
  private static func prior(_ level: String, made: Int, matched: Int) -> String {
    if matched == 0 { return "" }
    switch level {
    case "4": return made == 1 ? "2B" : "3"
    case "3": return made == 1 ? "1" : "2C"
    default: return made == 1 ? "W" : "1"
    }
  }
}

/// Pupils at the end of key stage 4, with grades that give the drawn outcomes.
struct KeyStage4PupilsTable: SchoolTable {
  private let files: [TableFile]
  private let country: Country

  init(in folder: SampleFolder, country: Country) throws {
    files = try folder.yearlyTables(.keyStage4Pupils)
    self.country = country
  }

  func write(_ history: SchoolHistory) throws {
    for year in history.years {
      guard let results = year.keyStage4 else { continue }
      let file = files[year: year.year]
      for (position, (pupil, counts)) in results.pupils.enumerated() {
        file.pupil(pupil, position, year.year, of: history.school, country)
        let grade = counts.goodEnglishAndMaths == 1 ? "C" : "D"
        // Three levels of progress were first measured in 2008.
        let code = year.gap.code ?? (year.year < 2008 ? "NA" : nil)
        file.text(code ?? Self.prior(grade, made: counts.progressEnglish, matched: counts.progressEnglishMatched))
        file.text(code ?? Self.prior(grade, made: counts.progressMaths, matched: counts.progressMathsMatched))
        file.text(year.gap.code ?? grade)
        file.text(year.gap.code ?? grade)
        for flag in [counts.fiveGoodAny, counts.fiveGoodWithEnglishAndMaths, 1 - counts.noPasses] {
          file.text(year.gap.code ?? String(flag))
        }
        try file.endRow()
      }
    }
  }

  /// A level of key stage 2 from which the grade is three levels on, or is not.
  private static func prior(_ grade: String, made: Int, matched: Int) -> String {
    if matched == 0 { return "" }
    return grade == "C" ? made == 1 ? "4" : "5" : made == 1 ? "3" : "4"
  }
}

/// Children at the end of the Early Years Foundation Stage, with scales that give the drawn totals and thresholds.
struct EarlyYearsPupilsTable {
  static let scales = [
    "psed_1", "psed_2", "psed_3", "cll_1", "cll_2", "cll_3", "cll_4", "psrn_1", "psrn_2", "psrn_3", "kuw", "pd", "cd",
  ]
  private let files: [TableFile]

  init(in folder: SampleFolder) throws { files = try folder.yearlyTables(.earlyYearsPupils) }

  func write(_ results: EarlyYearsResults, of authority: Authority, in year: Int) throws {
    let file = files[year: year]
    for (position, (pupil, counts)) in results.groups.pupils.enumerated() {
      file.whole(year)
      file.text(String(authority.reportingCode(in: year)))
      file.text("\(authority.code)-\(position)")
      file.text(pupil.freeMealsUnknown ? "" : pupil.freeMeals ? "1" : "0")
      for points in Self.points(results.points[position], reached: counts.reachedThreshold == 1) { file.whole(points) }
      try file.endRow()
    }
  }

  /// Thirteen scales that add up to the total, with 6 in each of the first seven where the threshold is reached and less in
  /// one of them where it is not.
  private static func points(_ total: Int, reached: Bool) -> [Int] {
    let held = reached || total < 78 ? nil : min(5, total)
    var points = Array(repeating: reached ? 6 : 0, count: 13)
    if reached { for scale in 7..<13 { points[scale] = 6 } }
    if let held { points[3] = held }
    var rest = total - points.reduce(0, +)
    while rest > 0 {
      for scale in points.indices where rest > 0 && points[scale] < 9 && !(held != nil && scale == 3) {
        points[scale] += 1
        rest -= 1
      }
    }
    return points
  }
}
