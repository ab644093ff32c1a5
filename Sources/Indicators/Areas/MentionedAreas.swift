import SchoolStatistics

/// The areas that a report is about: England, authorities that the data speak of, and their regions.
struct MentionedAreas {
  /// Positions in the area index, ascending.
  let positions: [Int]

  init(_ study: Study) {
    var hasRow = [Bool](repeating: false, count: study.years.count * study.areas.width)
    for rows in study.pooling.rows {
      for row in rows.rows { hasRow[Int(rows.cells[Int(row)])] = true }
    }
    var isMentioned = [Bool](repeating: false, count: study.areas.width)
    isMentioned[0] = true
    for cell in hasRow.indices where hasRow[cell] { isMentioned[cell % study.areas.width] = true }
    for figure in study.data.published where study.years.position(figure.year) != nil {
      if let area = study.areas.position(figure.place) { isMentioned[area] = true }
    }
    for area in study.areas.authorities where isMentioned[area] { isMentioned[study.areas.regions[area]] = true }
    positions = study.areas.areas.indices.filter { isMentioned[$0] }
  }
}
