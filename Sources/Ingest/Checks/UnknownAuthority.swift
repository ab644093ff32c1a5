import SchoolStatistics

extension Check {
  /// A row is about an authority that no list has, or names none.
  static let unknownAuthority = Check(
    id: "unknown-authority", title: "Authority not known",
    description: "A row is about an authority that no list has, or names none.",
    severity: .error,
    template: "{what}",
    action: "kept under its code")
}

extension Check {
  /// Authorities that no list has, once for each file, and schools of which no file says the authority.
  static func unknownAuthorities(_ results: [FileResult], _ tables: [CheckedTable], data: SchoolData, unknown: Set<Int>)
    -> [Finding]
  {
    var findings: [Finding] = []
    for result in results {
      var lines: [Int: Int] = [:]
      func note(_ code: Int, _ line: UInt32) {
        if !unknown.isEmpty, unknown.contains(code) { lines[code] = min(lines[code] ?? .max, Int(line)) }
      }
      for builder in result.state.authorities {
        for row in 0..<builder.count { note(Int(builder.keys[row]), builder.lines[row]) }
      }
      for area in result.state.areas where area.kind == .localAuthority { note(Int(area.authority), area.line) }
      for builder in result.state.schools {
        for row in 0..<builder.count where builder.authorities[row] > 0 {
          note(Int(builder.authorities[row]), builder.lines[row])
        }
      }
      if result.plan.layout.register?.kind == .schools {
        for record in result.state.records {
          if let code = record.number("la_code", .authority) { note(code, UInt32(clamping: record.line)) }
        }
      }
      for (code, line) in lines {
        findings.append(
          Check.unknownAuthority.finding(
            [
              "what":
                "authority '\(LocalAuthorityCode(code))' is in no list of authorities; add it to local_authorities.csv"
            ],
            file: result.plan.path, line: line, value: "\(LocalAuthorityCode(code))"))
      }
    }
    var homeless: [String: Set<Int32>] = [:]
    for checked in tables where checked.table.level == .school {
      var last: Int32 = -1
      for place in checked.table.places where place != last {
        last = place
        if place >= 0, data.schools[Int(place)].authority.number == 0 {
          homeless[checked.path, default: []].insert(place)
        }
      }
    }
    for (path, places) in homeless {
      findings.append(
        Check.unknownAuthority.finding(
          [
            "what":
              "no file says which authority \(String.count(places.count, "school")) of this one \(places.count == 1 ? "belongs" : "belong") to, first '\(data.schools[Int(places.min()!)].urn)'; add a register of schools"
          ],
          file: path, action: "kept, counted in no authority"))
    }
    return findings
  }
}
