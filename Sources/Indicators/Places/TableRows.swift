import Rulebook
import SchoolStatistics

/// The rows of one table that fall in the years of the study, put in order by pupil group and placed in areas.
struct TableRows: Sendable {
  /// Row numbers, those of one group together.
  let rows: [Int32]
  private let starts: [Int]
  /// For each row of the table in the years of the study, year × areas + area.
  let cells: [UInt32]
  /// For each row of the table, its year's position; -1 where it is outside the study.
  let yearPositions: [Int8]

  func rows(_ group: PupilGroup) -> ArraySlice<Int32> { rows[starts[group.ordinal]..<starts[group.ordinal + 1]] }

  /// A row's own authority number wins over the register's; `cic` rows name the responsible authority.
  init(_ table: DataTable, _ data: SchoolData, _ years: StudyYears, _ areas: AreaIndex, homes: SchoolHomes) {
    let count = table.count
    var cells = [UInt32](repeating: 0, count: count)
    var positions = [Int8](repeating: -1, count: count)
    var sizes = [Int](repeating: 0, count: PupilGroup.allCases.count + 1)
    let (places, ending, groups, own) = (table.places, table.years, table.groups, table.authorities)
    let isSchool = table.level == .school
    for row in 0..<count {
      guard let year = years.position(Int(ending[row])) else { continue }
      positions[row] = Int8(clamping: year)
      sizes[groups[row].ordinal + 1] += 1
      let place = Int(places[row])
      let area: Int
      if !isSchool {
        area = areas.firstAuthority + place
      } else if own[row] != 0 {
        area = areas.area(number: Int(own[row]), year: year)
      } else {
        area = Int(homes.areas[place * years.count + year])
      }
      cells[row] = UInt32(clamping: year * areas.width + area)
    }
    for group in 1..<sizes.count { sizes[group] += sizes[group - 1] }
    var next = sizes
    var ordered = [Int32](repeating: 0, count: sizes[sizes.count - 1])
    for row in 0..<count where positions[row] >= 0 {
      let group = groups[row].ordinal
      ordered[next[group]] = Int32(clamping: row)
      next[group] += 1
    }
    (self.rows, self.starts, self.cells, self.yearPositions) = (ordered, sizes, cells, positions)
  }
}

/// Where each school's results belong, year by year, and what kind of school it is.
struct SchoolHomes: Sendable {
  /// School × years + year: the area's position.
  let areas: [Int32]
  /// For each school, one bit a `SchoolScope` that includes it; none where it is not state-funded.
  let scopes: [UInt8]

  init(_ data: SchoolData, _ years: StudyYears, _ index: AreaIndex) {
    var areas: [Int32] = []
    areas.reserveCapacity(data.schools.count * years.count)
    var scopes: [UInt8] = []
    scopes.reserveCapacity(data.schools.count)
    for school in data.schools {
      for year in 0..<years.count {
        areas.append(Int32(clamping: index.area(number: school.authority.number, year: year)))
      }
      var bits: UInt8 = 0
      if school.isStateFunded {
        for scope in [SchoolScope.all, .mainstream, .primary, .secondary] where scope.includes(school.kind) {
          bits |= scope.bit
        }
      }
      scopes.append(bits)
    }
    (self.areas, self.scopes) = (areas, scopes)
  }
}

extension SchoolScope {
  var bit: UInt8 {
    switch self {
    case .all: 1
    case .mainstream: 2
    case .primary: 4
    case .secondary: 8
    }
  }
}
