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
    // SEN support and plans together are SEN, where no file has the whole (rulebook §1.0).
    if slot.group == .sen, readers.allSatisfy({ rows[$0.table].rows(.sen).isEmpty }) {
      let parts = [PupilGroup.senSupport, .ehcPlan].map { pool(ShareSlot(share: slot.share, group: $0)) }
      return zip(parts[0], parts[1]).map { support, plans in
        guard support.denominator > 0, plans.denominator > 0 else { return PoolCell() }
        var both = support
        both += plans
        both.authorities = min(support.authorities, plans.authorities)
        both.isAuthorityRow = support.isAuthorityRow && plans.isAuthorityRow
        (both.schools, both.missingSchools) = (
          max(support.schools, plans.schools), max(support.missingSchools, plans.missingSchools)
        )
        return both
      }
    }
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
      guard !cells[cell].isAuthorityRow else { continue }
      let count = reader.read(Int(row), position: -1)
      if count.denominator > 0 {
        cells[cell].add(count)
        cells[cell].schools = 0
        cells[cell].isAuthorityRow = true
      } else {
        cells[cell].note(MissingReason(rawValue: count.reason) ?? .notSupplied)
      }
    }
  }

  /// A school whose row of a year has no usable figure; another table may still have one.
  private struct Missing {
    var cell: Int32
    var position: Int32
    /// As `ShareCount.cohort`.
    var cohort: Int32
    var reason: UInt8
    var isValueOnly: Bool
  }

  private func addSchools(_ slot: ShareSlot, _ readers: [(table: Int, reader: ShareReader)], _ cells: inout [PoolCell])
  {
    let (bit, width) = (slot.share.schools.bit, years.count)
    let scopes = homes.scopes
    var isCounted = [Bool](repeating: false, count: data.schools.count * width)
    var missing: [Missing] = []
    for (table, reader) in readers {
      let (places, variants) = (data.tables[table].places, data.tables[table].variants)
      let (rowCells, yearPositions) = (rows[table].cells, rows[table].yearPositions)
      let period = slot.share.hasPeriod ? PeriodChoice(variants, periods: periods) : nil
      for row in rows[table].rows(slot.group) {
        let row = Int(row)
        let (school, year, cell) = (Int(places[row]), Int(yearPositions[row]), Int(rowCells[row]))
        guard scopes[school] & bit != 0 else { continue }
        if let period, !period.takes(variants.textIndex(row), year: year) { continue }
        let position = school * width + year
        guard !isCounted[position], !cells[cell].isAuthorityRow else { continue }
        if let counts = reader.counts(row) {
          isCounted[position] = true
          cells[cell].add(counts.numerator, of: counts.denominator)
          continue
        }
        let count = reader.read(row, position: position)
        if count.denominator > 0 {
          isCounted[position] = true
          cells[cell].add(count)
        } else {
          missing.append(
            Missing(
              cell: Int32(clamping: cell), position: Int32(clamping: position), cohort: Int32(clamping: count.cohort),
              reason: count.reason,
              isValueOnly: count.denominator < 0))
        }
      }
    }
    for entry in missing where !isCounted[Int(entry.position)] {
      isCounted[Int(entry.position)] = true
      note(entry, school: Int(entry.position) / width, &cells[Int(entry.cell)])
    }
    if slot.group == .all { addAbsent(cohorts.absent(slot.share.cohort), isCounted, bit, &cells) }
  }

  private func note(_ entry: Missing, school: Int, _ cell: inout PoolCell) {
    if entry.isValueOnly {
      cell.valueOnly += 1
      return
    }
    let reason = MissingReason(rawValue: entry.reason) ?? .notSupplied
    cell.note(reason)
    // A school without pupils in the group is not missing.
    if entry.cohort == 0 || reason == .noEntries || reason == .notApplicable { return }
    cell.missingSchools += 1
    if entry.cohort > 0 { cell.missingPupils += Int(entry.cohort) } else { cell.unknownCohorts += 1 }
    if reason == .suppressed { cell.suppressed += 1 }
    if data.schools[school].kind == .special { cell.missingSpecial += 1 }
  }

  /// Absent schools that have no row either, in the years in which others have one.
  private func addAbsent(_ absent: [AbsentSchool], _ isCounted: [Bool], _ bit: UInt8, _ cells: inout [PoolCell]) {
    let width = years.count
    let hasRows = (0..<width).map { year in
      stride(from: year, to: isCounted.count, by: width).contains { isCounted[$0] }
    }
    for school in absent {
      let position = Int(school.position)
      let (place, year) = position.quotientAndRemainder(dividingBy: width)
      guard hasRows[year], !isCounted[position], homes.scopes[place] & bit != 0 else { continue }
      let cell = year * areas.width + Int(homes.areas[position])
      if cells[cell].isAuthorityRow { continue }
      cells[cell].missingSchools += 1
      cells[cell].missingPupils += Int(school.pupils)
      cells[cell].note(.noReturn)
    }
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
