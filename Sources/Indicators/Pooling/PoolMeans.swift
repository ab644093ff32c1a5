import Rulebook
import SchoolStatistics

/// What the schools of one area and year add up to for one mean.
struct MeanCell: Sendable {
  /// Sum of score × pupils, in millionths.
  var sum = 0
  var pupils = 0
  var schools: Int32 = 0
  var missingSchools: Int32 = 0
  var missingPupils = 0
  var unknownCohorts: Int32 = 0
  /// Schools with a score and no pupils to weight it.
  var unweighted: Int32 = 0
  var authorities: Int32 = 0
  /// Lowest and highest school score, in millionths.
  var lowest = Int64.max
  var highest = Int64.min
  var reason: UInt8 = 0

  var mean: Rational? { pupils > 0 ? Rational(sum) / Rational(pupils) / Rational(1_000_000) : nil }

  static func += (a: inout MeanCell, b: MeanCell) {
    a.sum &+= b.sum
    a.pupils += b.pupils
    a.schools += b.schools
    a.missingSchools += b.missingSchools
    a.missingPupils += b.missingPupils
    a.unknownCohorts += b.unknownCohorts
    a.unweighted += b.unweighted
    a.authorities += b.pupils > 0 ? 1 : 0
    a.lowest = min(a.lowest, b.lowest)
    a.highest = max(a.highest, b.highest)
    if b.reason != 0, a.reason == 0 || b.reason < a.reason { a.reason = b.reason }
  }
}

extension SharePooling {
  /// Scores weighted by pupils, by year × areas + area; empty where no table has the measure.
  func pool(_ slot: MeanSlot) -> [MeanCell] {
    var cells = [MeanCell](repeating: MeanCell(), count: years.count * areas.width)
    var isCounted = [Bool](repeating: false, count: data.schools.count * years.count)
    var isEmpty = true
    for (table, content) in data.tables.enumerated() where content.level == .school {
      guard let scores = content.column(slot.mean.measure)?.figures else { continue }
      isEmpty = false
      let weights = content.counts(slot.mean.weight)?.figures
      let elsewhere = weights == nil && slot.group == .all ? cohorts[slot.mean.weight] ?? [] : []
      for row in rows[table].rows(slot.group) {
        let row = Int(row)
        let school = Int(content.places[row])
        let cell = Int(rows[table].cells[row])
        guard homes.scopes[school] & SchoolScope.all.bit != 0 else { continue }
        let position = school * years.count + Int(rows[table].yearPositions[row])
        guard !isCounted[position] else { continue }
        let pupils = weights?.count(at: row) ?? (elsewhere.isEmpty ? nil : Int(elsewhere[position])) ?? 0
        guard let score = scores.millionths(at: row), pupils > 0 else {
          if let reason = scores.reason(at: row)?.rawValue {
            if cells[cell].reason == 0 || reason < cells[cell].reason { cells[cell].reason = reason }
          } else {
            cells[cell].unweighted += 1
          }
          cells[cell].missingSchools += 1
          cells[cell].missingPupils += pupils
          if pupils == 0 { cells[cell].unknownCohorts += 1 }
          continue
        }
        isCounted[position] = true
        cells[cell].sum &+= Int(score) &* pupils
        cells[cell].pupils += pupils
        cells[cell].schools += 1
        cells[cell].lowest = min(cells[cell].lowest, score)
        cells[cell].highest = max(cells[cell].highest, score)
      }
    }
    if isEmpty { return [] }
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
    return cells
  }
}
