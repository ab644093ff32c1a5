import SchoolStatistics

/// Adds the rows of all tables up to areas and years for one share.
///
/// Each school counts once a year: the first table with a usable figure for it wins. Rows about an authority
/// itself take the place of its schools. Source: rulebook §6.8 (pool counts, never average percentages).
struct SharePooling {
  let data: SchoolData
  let years: StudyYears
  let areas: AreaIndex
  let homes: SchoolHomes
  let rows: [TableRows]
  let cohorts: CohortTables
  /// The period of each year, by the rulebook.
  let periods: [String]

  /// Cells by year × areas + area, England and regions added up; empty where no table has the share.
  func pool(_ slot: ShareSlot) -> [PoolCell] {
    var cells = [PoolCell](repeating: PoolCell(), count: years.count * areas.width)
    let readers = data.tables.indices.compactMap { table in
      ShareReader(data.tables[table], slot.share, cohorts: cohorts).map { (table: table, reader: $0) }
    }
    guard !readers.isEmpty else { return [] }
    for (table, reader) in readers where data.tables[table].level == .localAuthority {
      addAuthorities(slot, table, reader, &cells)
    }
    addSchools(slot, readers.filter { data.tables[$0.table].level == .school }, &cells)
    addUp(&cells)
    return cells
  }

  private func addAuthorities(_ slot: ShareSlot, _ table: Int, _ reader: ShareReader, _ cells: inout [PoolCell]) {
    for row in rows[table].rows(slot.group) {
      let cell = Int(rows[table].cells[Int(row)])
      guard cell >= 0, !cells[cell].isAuthorityRow else { continue }
      let count = reader.read(Int(row), position: -1)
      if count.denominator > 0 {
        add(count, &cells[cell])
        cells[cell].schools = 0
        cells[cell].isAuthorityRow = true
      } else {
        cells[cell].note(MissingReason(rawValue: count.reason) ?? .notSupplied)
      }
    }
  }

  private func addSchools(_ slot: ShareSlot, _ readers: [(table: Int, reader: ShareReader)], _ cells: inout [PoolCell])
  {
    let (bit, width) = (slot.share.schools.bit, years.count)
    let scopes = homes.scopes
    var isCounted = [Bool](repeating: false, count: data.schools.count * width)
    var missing: [(cell: Int32, position: Int32, count: ShareCount)] = []
    for (table, reader) in readers {
      let places = data.tables[table].places
      let (rowCells, positions) = (rows[table].cells, rows[table].yearPositions)
      let period = slot.share.hasPeriod ? PeriodChoice(data.tables[table].variants, periods: periods) : nil
      for row in rows[table].rows(slot.group) {
        let row = Int(row)
        let cell = Int(rowCells[row])
        let school = Int(places[row])
        guard cell >= 0, scopes[school] & bit != 0 else { continue }
        let year = Int(positions[row])
        if let period, !period.takes(data.tables[table].variants.position(at: row), year: year) { continue }
        let position = school * width + year
        guard !isCounted[position], !cells[cell].isAuthorityRow else { continue }
        let count = reader.read(row, position: position)
        if count.denominator > 0 {
          isCounted[position] = true
          add(count, &cells[cell])
        } else {
          missing.append((Int32(cell), Int32(position), count))
        }
      }
    }
    for entry in missing where !isCounted[Int(entry.position)] {
      isCounted[Int(entry.position)] = true
      note(entry.count, school: Int(entry.position) / width, &cells[Int(entry.cell)])
    }
    if slot.group == .all, let cohort = cohorts[slot.share.cohort] { addAbsent(cohort, isCounted, bit, &cells) }
  }

  private func add(_ count: ShareCount, _ cell: inout PoolCell) {
    cell.numerator += count.numerator
    cell.denominator += count.denominator
    cell.weighted += count.percent >= 0 ? Int(count.percent) * count.denominator : count.numerator * 100_000_000
    cell.schools += 1
    cell.error += count.error
    if count.isEstimated { cell.estimated += 1 }
    if count.isSubstituted { cell.substituted += 1 }
  }

  private func note(_ count: ShareCount, school: Int, _ cell: inout PoolCell) {
    if count.denominator < 0 {
      cell.valueOnly += 1
      return
    }
    let reason = MissingReason(rawValue: count.reason) ?? .notSupplied
    cell.note(reason)
    // A school without pupils in the group is not missing.
    if count.cohort == 0 || reason == .noEntries || reason == .notApplicable { return }
    cell.missingSchools += 1
    if count.cohort > 0 { cell.missingPupils += count.cohort } else { cell.unknownCohorts += 1 }
    if reason == .suppressed { cell.suppressed += 1 }
    if data.schools[school].kind == .special { cell.missingSpecial += 1 }
  }

  /// Registered schools that were open, have a cohort in another year and no row in this one (a boycott).
  private func addAbsent(_ cohort: [Int32], _ isCounted: [Bool], _ bit: UInt8, _ cells: inout [PoolCell]) {
    let width = years.count
    var hasRows = [Bool](repeating: false, count: width)
    for position in isCounted.indices where isCounted[position] { hasRows[position % width] = true }
    let (scopes, areasOfSchools) = (homes.scopes, homes.areas)
    for school in scopes.indices where scopes[school] & bit != 0 && data.schools[school].isRegistered {
      let first = school * width
      guard (first..<(first + width)).contains(where: { cohort[$0] > 0 }) else { continue }
      for year in 0..<width where hasRows[year] && !isCounted[first + year] && cohort[first + year] == 0 {
        guard data.schools[school].wasOpen(in: years.year(year)) else { continue }
        let cell = year * areas.width + Int(areasOfSchools[first + year])
        if cells[cell].isAuthorityRow { continue }
        cells[cell].missingSchools += 1
        cells[cell].missingPupils += Self.nearest(cohort, of: first..<(first + width), to: year)
        cells[cell].note(.noReturn)
      }
    }
  }

  /// The cohort of the nearest year of a school that has one; the earlier of two equally near.
  private static func nearest(_ cohorts: [Int32], of school: Range<Int>, to year: Int) -> Int {
    for distance in 1..<max(2, school.count) {
      for other in [year - distance, year + distance] where other >= 0 && other < school.count {
        let pupils = cohorts[school.lowerBound + other]
        if pupils > 0 { return Int(pupils) }
      }
    }
    return 0
  }

  private func addUp(_ cells: inout [PoolCell]) {
    for year in 0..<years.count {
      let start = year * areas.width
      for area in areas.authorities {
        cells[start] += cells[start + area]
        if areas.regions[area] > 0 { cells[start + areas.regions[area]] += cells[start + area] }
      }
      let known = cells[start].authorities
      cells[start] += cells[start + areas.elsewhere]
      cells[start].authorities = known
    }
  }
}

extension School {
  /// Whether it was open when the summer's results were taken (throughout May).
  func wasOpen(in year: AcademicYear) -> Bool {
    let first = CalendarDate(year: year.ending, month: 5, day: 1)!
    let last = CalendarDate(year: year.ending, month: 5, day: 31)!
    return (opened.map { $0 <= first } ?? true) && (closed.map { $0 >= last } ?? true)
  }
}
