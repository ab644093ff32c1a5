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

  /// Every row of a school stands where the school belongs in the year; `cic` rows name the responsible authority.
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
      } else if groups[row] == .cic, own[row] != 0 {
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

/// Which authority each school belongs to, year by year, and what kind of school it is: shares, counts of schools,
/// inspections and targets all ask here, so that areas add up.
///
/// The results of a year say whose a school was then; where none do, the register says, and where the register names an
/// authority that did not exist yet, the nearest year whose results name one. Source: rulebook §1.0 (attribution).
struct SchoolHomes: Sendable {
  /// School × years + year: the area's position.
  let areas: [Int32]
  /// For each school, one bit a `SchoolScope` that includes it; none where it is not state-funded.
  let scopes: [UInt8]
  /// School × years + year of results that name another authority than the register.
  let moved: [Int32]

  init(_ data: SchoolData, _ years: StudyYears, _ index: AreaIndex) {
    let named = Self.named(data, years)
    var areas: [Int32] = []
    areas.reserveCapacity(data.schools.count * years.count)
    var scopes: [UInt8] = []
    scopes.reserveCapacity(data.schools.count)
    var moved: [Int32] = []
    for (position, school) in data.schools.enumerated() {
      let own = named.isEmpty ? [] : named[(position * years.count)..<((position + 1) * years.count)]
      for year in 0..<years.count {
        let registered = index.area(number: school.authority.number, year: year)
        var area = registered
        if !own.isEmpty, let number = Self.number(own, year, isRegisteredThen: index.existed(registered, year: year)) {
          area = index.area(number: number, year: year)
          if area != registered, school.isRegistered, school.authority.number != 0, own[own.startIndex + year] != 0 {
            moved.append(Int32(clamping: position * years.count + year))
          }
        }
        areas.append(Int32(clamping: area))
      }
      var bits: UInt8 = 0
      if school.isStateFunded {
        for scope in [SchoolScope.all, .mainstream, .primary, .secondary] where scope.includes(school.kind) {
          bits |= scope.bit
        }
      }
      scopes.append(bits)
    }
    (self.areas, self.scopes, self.moved) = (areas, scopes, moved)
  }

  /// By school × years + year: the authority that a school's results name, 0 where none do; empty where no row names one.
  private static func named(_ data: SchoolData, _ years: StudyYears) -> [Int16] {
    var named: [Int16] = []
    for table in data.tables where table.level == .school {
      let (places, ending, groups, own) = (table.places, table.years, table.groups, table.authorities)
      for row in 0..<table.count where own[row] != 0 && groups[row] != .cic {
        guard let year = years.position(Int(ending[row])) else { continue }
        if named.isEmpty { named = [Int16](repeating: 0, count: data.schools.count * years.count) }
        let position = Int(places[row]) * years.count + year
        if named[position] == 0 { named[position] = Int16(truncatingIfNeeded: own[row]) }
      }
    }
    return named
  }

  /// The year's own, else the nearest year's (the earlier of two) where the register's did not exist; nil: the register's.
  private static func number(_ own: ArraySlice<Int16>, _ year: Int, isRegisteredThen: Bool) -> Int? {
    let now = own[own.startIndex + year]
    if now != 0 || isRegisteredThen { return now == 0 ? nil : Int(now) }
    return own.indices.filter { own[$0] != 0 }.min {
      (abs($0 - own.startIndex - year), $0) < (abs($1 - own.startIndex - year), $1)
    }.map { Int(own[$0]) }
  }
}

extension Study {
  /// Schools whose results name another authority than the register, once for each two authorities.
  var movedSchools: [Finding] {
    struct Move: Hashable {
      var from: LocalAuthorityCode
      var to: Int
    }
    var schools: [Move: (schools: Set<Int>, years: Set<Int>)] = [:]
    for position in homes.moved {
      let (school, year) = Int(position).quotientAndRemainder(dividingBy: years.count)
      let move = Move(from: data.schools[school].authority, to: Int(homes.areas[Int(position)]))
      schools[move, default: ([], [])].schools.insert(school)
      schools[move]!.years.insert(year)
    }
    return schools.map { move, found in
      let named = areas.authorityCode(move.to).map(\.description) ?? "an unknown authority"
      let first = data.schools[found.schools.min()!]
      let when = found.years.sorted().map { years.year($0).title }.joined(separator: ", ")
      let (noun, verb) = found.schools.count == 1 ? ("school", "stands") : ("schools", "stand")
      return Finding(
        rule: "school-of-two-authorities", severity: .note, value: "\(move.from)",
        message:
          "\(found.schools.count) \(noun) that the register has under authority \(move.from) \(verb) under \(named) in the results of \(when), first '\(first.urn)'",
        action: "counted under \(named) in those years")
    }.sorted()
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
