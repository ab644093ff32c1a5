import SchoolStatistics

/// Leaves out rows that another file gives as well.
enum Repetitions {
  private struct Key: Hashable {
    var place: Int32
    var year: Int16
    var group: PupilGroup
    var variant: String
    var authority: Int16
  }

  private static func key(_ maker: TableMaker, _ row: Int) -> Key {
    let builder = maker.builder
    let isInCare = builder.groups[row] == .cic
    return Key(
      place: maker.places[row], year: builder.years[row], group: builder.groups[row],
      variant: builder.variants.count == builder.count ? builder.variants[row] : "",
      authority: isInCare ? builder.authorities[row] : 0)
  }

  private static func sets(_ makers: [TableMaker]) -> [[Int]] {
    var sets: [String: [Int]] = [:]
    for (index, maker) in makers.enumerated() where !maker.isPlaceless {
      sets["\(maker.name) \(maker.level)", default: []].append(index)
    }
    return sets.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Rows about earlier years give way to the file of the year itself, and to a later file's history.
  static func dropHistory(_ makers: inout [TableMaker]) {
    for set in sets(makers) where set.contains(where: { makers[$0].builder.isHistory.contains(true) }) {
      // A file's history repeats other files' rows, never its own.
      if Set(set.map { makers[$0].source }).count < 2 { continue }
      var known = Set<Key>()
      for index in set {
        for row in 0..<makers[index].builder.count where !makers[index].builder.isHistory[row] {
          known.insert(key(makers[index], row))
        }
      }
      for index in set.reversed() where makers[index].builder.isHistory.contains(true) {
        let maker = makers[index]
        let rows = (0..<maker.builder.count).filter {
          !maker.builder.isHistory[$0] || known.insert(key(maker, $0)).inserted
        }
        let dropped = maker.builder.count - rows.count
        guard dropped > 0 else { continue }
        makers[index].keep(rows: rows)
        makers[index].add(
          Check.historySuperseded.finding(["count": .count(dropped, "row") + " of '\(maker.name)'"], file: maker.path))
      }
    }
  }

  /// A row of a later file about a school, year and group that an earlier file covers is left out, if it has no
  /// measure besides.
  static func dropAcrossFiles(_ makers: inout [TableMaker]) {
    for set in sets(makers) {
      let years = set.map { makers[$0].builder.years.distinctValues }
      for (position, index) in set.enumerated() {
        var dropped = Set<Int>()
        for earlier in 0..<position {
          let other = makers[set[earlier]]
          let maker = makers[index]
          guard other.source != maker.source, !years[earlier].isDisjoint(with: years[position]) else { continue }
          let shared = maker.plan.columns.indices.compactMap { own in
            other.plan.columns.firstIndex { $0.measure == maker.plan.columns[own].measure }.map { (own, $0) }
          }
          guard shared.count == maker.plan.columns.count, !shared.isEmpty else { continue }
          var rows: [Key: Int] = [:]
          for row in 0..<other.builder.count { rows[key(other, row)] = row }
          var same = 0
          for row in 0..<maker.builder.count where !dropped.contains(row) {
            guard let match = rows[key(maker, row)] else { continue }
            dropped.insert(row)
            let differing = shared.first {
              maker.builder.figures[$0.0][row] != other.builder.figures[$0.1][match]
            }
            guard let (own, theirs) = differing else {
              same += 1
              continue
            }
            makers[index].add(
              Check.duplicateKey.finding(
                [
                  "what":
                    "'\(maker.plan.columns[own].header)' is \(maker.builder.figures[own][row].text) here and \(other.builder.figures[theirs][match].text) on line \(other.builder.lines[match]) of '\(other.path)' for the same school, year and group; keep one row"
                ],
                file: maker.path, line: Int(maker.builder.lines[row]), column: maker.plan.columns[own].header,
                value: maker.subject(row), severity: .error, action: "left out, the first file used"))
          }
          if same > 0 {
            makers[index].add(
              Check.duplicateKey.finding(
                [
                  "what":
                    "\(String.count(same, "row")) of '\(maker.name)' also stand in '\(other.path)', exactly the same"
                ], file: maker.path,
                severity: .note))
          }
        }
        if !dropped.isEmpty {
          makers[index].keep(rows: (0..<makers[index].builder.count).filter { !dropped.contains($0) })
        }
      }
    }
  }
}
