import SchoolStatistics

extension Check {
  /// A row is about a school that is not in the register and has no successor there.
  static let unknownSchool = Check(
    id: "unknown-school", title: "School not in the register",
    description: "A row is about a school that is not in the register and has no successor there.",
    severity: .warning,
    template: "{what}",
    action: "kept, as a school known from its results")
}

extension Check {
  /// Schools of results that the register and its links do not know, once for each file.
  static func unknownSchools(_ tables: [CheckedTable], data: SchoolData, isRegisterGiven: Bool) -> [Finding] {
    guard isRegisterGiven else { return [] }
    let linked = Set(data.links.flatMap { [$0.urn, $0.successor] })
    var findings: [Finding] = []
    var seen: Set<[Int]> = []
    for checked in tables where checked.table.level == .school {
      var last: Int32 = -1
      for row in 0..<checked.table.count where checked.table.places[row] != last {
        last = checked.table.places[row]
        guard last >= 0 else { continue }
        let school = data.schools[Int(last)]
        guard !school.isRegistered, !linked.contains(school.urn),
          seen.insert([checked.table.source, Int(last)]).inserted
        else { continue }
        findings.append(
          Check.unknownSchool.finding(
            [
              "what": "school '\(school.urn)' is not in the register and has no successor there; add it to the register"
            ],
            file: checked.path, line: Int(checked.table.lines[row]), value: "\(school.urn)"))
      }
    }
    return findings
  }
}
