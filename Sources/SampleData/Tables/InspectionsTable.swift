extension TableLayout {
  static let inspections = TableLayout(
    "inspections",
    [
      .whole("urn"), .date("inspected_on"), .text("framework", "2005 or 2009"),
      .whole("overall", "1 outstanding to 4 inadequate"),
      .whole("behaviour"), .text("category", "Blank, notice_to_improve or special_measures"), .whole("leadership"),
      .whole("teaching"),
    ])
}

/// Section 5 inspections from September 2005, one about every three years.
struct InspectionsTable: SchoolTable {
  private let file: TableFile
  private let seed: UInt64

  init(in folder: SampleFolder, country: Country) throws {
    file = try folder.table(.inspections)
    seed = country.options.seed
  }

  func write(_ history: SchoolHistory) throws {
    let school = history.school
    var stream = RandomStream(seed: seed, purpose: .inspections, key: school.urn)
    // Months since September 2005.
    var month = stream.integer(in: 0...35)
    if school.opened != nil { month = max(month, (school.years.lowerBound - 2006) * 12 + stream.integer(in: 8...20)) }
    while month < 58 {
      let year = 2005 + (month + 8) / 12
      let monthOfYear = (month + 8) % 12 + 1
      let held = monthOfYear != 8 && (school.closed.map { Int($0.prefix(4)) ?? 9999 >= year } ?? true)
      if held, !(school.closed?.prefix(4) == String(year)[...] && monthOfYear > 7) {
        try write(school, year: year, month: monthOfYear, &stream)
      }
      month += stream.integer(in: 30...42)
    }
  }

  private func write(_ school: School, year: Int, month: Int, _ stream: inout RandomStream) throws {
    let resultsYear = min(2010, max(2006, month >= 9 ? year : year - 1))
    let standing = 0.55 * school.traits.progress[year: resultsYear] + 0.4 * school.traits.intake
    func grade(_ cuts: (Double, Double, Double)) -> Int {
      let place = standing + 0.75 * stream.normal()
      return place > cuts.0 ? 1 : place > cuts.1 ? 2 : place > cuts.2 ? 3 : 4
    }
    let overall = grade((1.15, -0.1, -1.55))
    // Behaviour was good or better in 74% of schools by 2006 and 79% by 2009.
    let drift = 0.06 * Double(year - 2006)
    let behaviour = max(grade((0.76 - drift, -0.60 - drift, -2.2)), overall == 4 ? 2 : 1)
    let close = { (spread: Int) in max(1, min(4, overall + spread)) }
    file.whole(school.urn)
    let day = stream.integer(in: 10...28)
    file.text("\(year)-\(month < 10 ? "0" : "")\(month)-\(day)")
    file.text(year * 12 + month >= 2009 * 12 + 9 ? "2009" : "2005")
    file.whole(overall)
    file.whole(behaviour)
    file.text(overall < 4 ? "" : stream.chance(0.55) ? "notice_to_improve" : "special_measures")
    file.whole(close(stream.pick([-1, 0, 0, 0, 1])))
    file.whole(close(stream.pick([0, 0, 0, 1])))
    try file.endRow()
  }
}
