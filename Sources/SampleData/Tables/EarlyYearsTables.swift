import SchoolStatistics

extension TableLayout {
  static let earlyYearsResults = TableLayout(
    "eyfsp_results",
    [
      .whole("year"), .text("la_code"), .whole("urn", "Blank: rows are authorities"), .text("group"),
      .whole("assessed"), .whole("reached_threshold"),
    ])
  static let earlyYearsTotals = TableLayout(
    "eyfsp_totals", [.whole("year"), .text("la_code"), .whole("total_points", "0 to 117"), .whole("children")])
}

/// Early years results and the frequency table of total points, by authority.
struct EarlyYearsTables {
  let country: Country

  func write(_ totals: TotalsByAuthority, in folder: SampleFolder) throws {
    let results = try folder.table(.earlyYearsResults)
    let points = try folder.table(.earlyYearsTotals)
    for year in SampleYears.all {
      for code in country.reportingCodes(in: year, writtenOnly: true) {
        let area = totals.area([code], in: year).earlyYears
        for group in [PupilGroup.all, .fsm, .notFSM] {
          let counts = area.groups[group]
          results.whole(year)
          results.text(String(code))
          results.text("")
          results.text(group.rawValue)
          results.whole(counts.assessed)
          results.whole(counts.reachedThreshold)
          try results.endRow()
        }
        for (total, children) in area.totals.enumerated() where children > 0 {
          points.whole(year)
          points.text(String(code))
          points.whole(total)
          points.whole(children)
          try points.endRow()
        }
      }
    }
  }
}

extension Country {
  /// The codes under which results of `year` are published, ascending.
  func reportingCodes(in year: Int, region: Int? = nil, writtenOnly: Bool = false) -> [Int] {
    let codes = authorities.filter { authority in
      authority.isCurrent && (region == nil || authority.region == region)
        && (!writtenOnly || options.writes(authority))
    }.map { $0.reportingCode(in: year) }
    return Set(codes).sorted()
  }
}
