import SchoolStatistics

extension TableLayout {
  static let publishedResults = TableLayout(
    "published_results",
    [
      .whole("year"), .text("geographic_level", "National, Regional or Local authority"), .text("code"),
      .text("measure"),
      .text("group"), .text("basis"), .whole("numerator"), .whole("denominator"),
      .decimal("value", "Per cent; ey_gap: per cent of the median"),
    ])
}

/// Official figures of England, its regions and its authorities: the schools of the whole country added up,
/// with those that the tables suppress.
struct PublishedResultsTable {
  let country: Country
  let totals: TotalsByAuthority

  func write(in folder: SampleFolder) throws {
    let file = try folder.table(.publishedResults)
    for year in SampleYears.all {
      let authorities = country.reportingCodes(in: year)
      try write(totals.area(authorities, in: year), year, "National", "E92000001", file)
      for (position, region) in Region.all.enumerated() {
        let codes = country.reportingCodes(in: year, region: position)
        try write(totals.area(codes, in: year), year, "Regional", region.code, file)
      }
      for code in authorities { try write(totals.area([code], in: year), year, "Local authority", String(code), file) }
    }
  }

  private func write(_ area: AreaTotals, _ year: Int, _ level: String, _ code: String, _ file: TableFile) throws {
    for measure in PublishedMeasure.all where year >= measure.firstYear {
      for group in level == "National" ? measure.groups : measure.byAuthority {
        let (numerator, denominator) = measure.count(area, group)
        guard denominator > 0 else { continue }
        row(year, level, code, measure.id, group, file)
        file.whole(numerator)
        file.whole(denominator)
        file.tenths((2000 * numerator + denominator) / (2 * denominator))
        try file.endRow()
      }
    }
    if let gap = LowestFifth.gapTenths(area.earlyYears.totals) {
      row(year, level, code, "ey_gap", .all, file)
      file.text("")
      file.text("")
      file.tenths(gap)
      try file.endRow()
    }
  }

  private func row(
    _ year: Int, _ level: String, _ code: String, _ measure: String, _ group: PupilGroup, _ file: TableFile
  ) {
    file.whole(year)
    for text in [level, code, measure, group.rawValue, "maintained"] { file.text(text) }
  }
}

/// The early years gap: the median of all totals less the mean of the lowest fifth, per cent of the median.
enum LowestFifth {
  /// In tenths, rounded half up; the fifth is a whole number of children, rounded half up (rulebook section 1.1).
  static func gapTenths(_ totals: [Int]) -> Int? {
    let children = totals.reduce(0, +)
    guard children > 0 else { return nil }
    func total(ofChild position: Int) -> Int {
      var seen = 0
      for (points, count) in totals.enumerated() {
        seen += count
        if position < seen { return points }
      }
      return 117
    }
    let medianTwice = total(ofChild: (children - 1) / 2) + total(ofChild: children / 2)
    let fifth = max(1, (2 * children + 5) / 10)
    var (left, sum) = (fifth, 0)
    for (points, count) in totals.enumerated() where left > 0 {
      let taken = min(left, count)
      sum += taken * points
      left -= taken
    }
    guard medianTwice > 0 else { return nil }
    // 1000 x (median - sum/fifth) / median, over whole numbers.
    let numerator = 1000 * (medianTwice * fifth - 2 * sum)
    let denominator = medianTwice * fifth
    return (2 * numerator + denominator) / (2 * denominator)
  }
}
