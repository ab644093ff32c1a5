import SchoolStatistics

/// England, regions and authorities by position, and which authority a school's results of a year belong to.
///
/// Source: rulebook §1.0 (attribution), interface (areas); authorities that did not exist in a year are replaced by
/// the one they were cut from, so that a split in 2009 gives series that start in 2009.
struct AreaIndex: Sendable {
  /// England, regions by code, authorities by code.
  let areas: [Area]
  /// Position of the first authority.
  let firstAuthority: Int
  /// For each authority position, its region's position; 0 where it has none.
  let regions: [Int]
  /// For each year, how many authorities existed, in England (position 0) and in each region.
  let authoritiesInYear: [[Int]]
  private let positions: [Place: Int]
  /// For each year, whether each authority existed.
  private let isExisting: [[Bool]]
  /// For each year, the area position by authority number; `elsewhere` where the number is not known.
  private let byNumber: [ByAuthority<Int>]

  /// One past the last area: results of schools whose authority is not known; they count in England alone.
  var elsewhere: Int { areas.count }
  var authorities: Range<Int> { firstAuthority..<areas.count }
  /// Cells of a table by year and area, `elsewhere` included.
  var width: Int { areas.count + 1 }

  init(_ data: SchoolData, _ years: StudyYears) {
    var areas = [Area(place: .national, name: "England", onsCode: "E92000001", regionCode: "", regionName: "")]
    var positions: [Place: Int] = [.national: 0]
    for region in data.regions {
      positions[.region(region.code)] = areas.count
      areas.append(
        Area(
          place: .region(region.code), name: region.name, onsCode: region.code, regionCode: region.code,
          regionName: region.name))
    }
    firstAuthority = areas.count
    var regions = [Int](repeating: 0, count: areas.count)
    for authority in data.authorities {
      let region = positions[.region(authority.regionCode)] ?? 0
      positions[.localAuthority(authority.code)] = areas.count
      regions.append(region)
      areas.append(
        Area(
          place: .localAuthority(authority.code), name: authority.name, onsCode: authority.onsCode,
          regionCode: region > 0 ? authority.regionCode : "", regionName: region > 0 ? areas[region].name : ""))
    }
    (self.areas, self.regions, self.positions) = (areas, regions, positions)
    let first = firstAuthority
    var counts: [[Int]] = []
    isExisting = (0..<years.count).map { year in data.authorities.map { $0.existed(in: years.year(year)) } }
    byNumber = (0..<years.count).map { year in
      var row: [(LocalAuthorityCode, Int)] = []
      var existing = [Int](repeating: 0, count: first)
      for authority in data.authorities {
        if authority.existed(in: years.year(year)) {
          existing[0] += 1
          if let region = positions[.region(authority.regionCode)] { existing[region] += 1 }
        }
        let code = Self.reportingCode(authority, in: years.year(year), data)
        row.append((authority.code, positions[.localAuthority(code)] ?? areas.count))
      }
      counts.append(existing)
      return ByAuthority(row)
    }
    authoritiesInYear = counts
  }

  func position(_ place: Place) -> Int? { positions[place] }

  /// Whether an authority (by position) existed in a year; true of places that are none.
  func existed(_ area: Int, year: Int) -> Bool {
    authorities.contains(area) ? isExisting[year][area - firstAuthority] : true
  }

  /// The area to which results of an authority number belong in a year (by position).
  func area(number: Int, year: Int) -> Int {
    byNumber[year][LocalAuthorityCode(number)] ?? elsewhere
  }

  /// The authority itself; where it did not exist, its only predecessor or its only successor that did.
  private static func reportingCode(_ authority: LocalAuthority, in year: AcademicYear, _ data: SchoolData)
    -> LocalAuthorityCode
  {
    if authority.existed(in: year) { return authority.code }
    let related =
      authority.predecessors + data.authorities.filter { $0.predecessors.contains(authority.code) }.map(\.code)
    let existing = related.filter { code in
      data.authorityIndex(code).map { data.authorities[$0].existed(in: year) } ?? false
    }
    return existing.count == 1 ? existing[0] : authority.code
  }
}
