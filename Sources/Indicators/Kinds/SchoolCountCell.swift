import SchoolStatistics

/// How many schools of an area meet a test in a year.
struct SchoolCountCell: Sendable {
  var counted = 0
  /// Schools that could be judged.
  var judged = 0
  /// Schools that should have been judged and could not: a figure missing, no results at all.
  var unjudged = 0
  /// Schools with fewer pupils than the rule asks for.
  var tooSmall = 0
  /// Of those judged: judged a year, and three years, before.
  var judgedOneYearBefore = 0
  var judgedThreeYearsBefore = 0
  /// Schools left out because they are in an Ofsted category.
  var inCategory = 0
  /// Schools left out because they closed with the school year.
  var closed = 0
  var authorities: Int32 = 0

  static func += (a: inout Self, b: Self) {
    a.counted += b.counted
    a.judged += b.judged
    a.unjudged += b.unjudged
    a.tooSmall += b.tooSmall
    a.judgedOneYearBefore += b.judgedOneYearBefore
    a.judgedThreeYearsBefore += b.judgedThreeYearsBefore
    a.inCategory += b.inCategory
    a.closed += b.closed
    a.authorities += b.judged > 0 ? 1 : 0
  }
}

extension AreaIndex {
  /// Adds authorities up to regions and England; `cells` by year × areas + area.
  func addUp(_ cells: inout [SchoolCountCell]) {
    for start in stride(from: 0, to: cells.count, by: width) {
      for area in authorities {
        cells[start] += cells[start + area]
        if regions[area] > 0 { cells[start + regions[area]] += cells[start + area] }
      }
      let known = cells[start].authorities
      cells[start] += cells[start + elsewhere]
      cells[start].authorities = known
    }
  }
}
