import SchoolStatistics

extension Check {
  /// A school has targets and no results, or results and no targets where others of its authority have them.
  static let targetsWithoutResults = Check(
    id: "targets-without-results", title: "Targets without results, or results without targets",
    description:
      "A school has targets and no results, or results and no targets where others of its authority have them.",
    severity: .note,
    template: "{what}",
    action: "kept; assessed as far as possible")
}

extension Check {
  private struct Key: Hashable {
    var place: Int32
    var year: Int16
  }

  /// Schools with targets for a year of which there are results, and none of theirs; and schools with results where
  /// others of their authority have targets and they have none.
  static func targetsWithoutResults(_ tables: [CheckedTable], schools: [School]) -> [Finding] {
    let targets = tables.filter { $0.table.name == "targets" && $0.table.level == .school }
    guard !targets.isEmpty else { return [] }
    var findings: [Finding] = []
    for (prefix, name) in [("ks2_", "ks2_results"), ("ks4_", "ks4_results")] {
      var results: [Key: (table: Int, row: Int)] = [:]
      for (index, checked) in tables.enumerated() where checked.table.name == name && checked.table.level == .school {
        for row in 0..<checked.table.count where checked.table.groups[row] == .all {
          results[Key(place: checked.table.places[row], year: checked.table.years[row])] = (index, row)
        }
      }
      let years = Set(results.keys.map(\.year))
      var targeted = Set<Key>()
      var authorities = Set<Key>()
      for checked in targets {
        for row in 0..<checked.table.count where checked.table.variants[row].hasPrefix(prefix) {
          let key = Key(place: checked.table.places[row], year: checked.table.years[row])
          let isNew = targeted.insert(key).inserted
          if key.place >= 0 {
            authorities.insert(Key(place: Int32(clamping: schools[Int(key.place)].authority.number), year: key.year))
          }
          guard isNew, years.contains(key.year), results[key] == nil, key.place >= 0 else { continue }
          findings.append(
            Check.targetsWithoutResults.finding(
              [
                "what": "school \(schools[Int(key.place)].urn) has a target for \(key.year) and no results of that year"
              ],
              file: checked.path, line: Int(checked.table.lines[row]), value: "\(schools[Int(key.place)].urn)"))
        }
      }
      for (key, place) in results where !targeted.contains(key) && key.place >= 0 {
        let school = schools[Int(key.place)]
        guard authorities.contains(Key(place: Int32(clamping: school.authority.number), year: key.year)) else {
          continue
        }
        let checked = tables[place.table]
        findings.append(
          Check.targetsWithoutResults.finding(
            [
              "what":
                "school \(school.urn) has results of \(key.year) and no target for it, while others of its authority have"
            ],
            file: checked.path, line: Int(checked.table.lines[place.row]), value: "\(school.urn)"))
      }
    }
    return findings
  }
}
