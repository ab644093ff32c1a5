import SchoolStatistics

extension Check {
  /// Results are of a year that no rulebook covers, or of no year.
  static let unknownYear = Check(
    id: "unknown-year", title: "Year without rules",
    description: "Results are of a year that no rulebook covers, or of no year.",
    severity: .error,
    template: "{what}",
    action: "kept")
}

extension Check {
  /// Tables whose years need rules.
  private static let tablesWithRules: Set<String> = [
    "eyfsp_results", "eyfsp_totals", "ks2_results", "ks4_results", "value_added", "attendance",
  ]

  /// Years of results without a rulebook, once for each file.
  static func unknownYears(_ results: [FileResult], years: [Int]) -> [Finding] {
    guard let first = years.first, let last = years.last else { return [] }
    let known = last - first + 1 == years.count ? "\(first) to \(last)" : years.map(String.init).joined(separator: ", ")
    var findings: [Finding] = []
    for result in results {
      var lines: [Int: Int] = [:]
      for (index, plan) in result.plan.tables.enumerated() where tablesWithRules.contains(plan.name) {
        for builder in [result.state.schools[index], result.state.authorities[index]] {
          var lastYear: Int16 = 0
          for row in 0..<builder.count where builder.years[row] != lastYear && !builder.isHistory[row] {
            lastYear = builder.years[row]
            if !years.contains(Int(lastYear)) {
              lines[Int(lastYear)] = min(lines[Int(lastYear)] ?? .max, Int(builder.lines[row]))
            }
          }
        }
      }
      for (year, line) in lines {
        findings.append(
          Check.unknownYear.finding(
            ["what": "year '\(year)' has no rulebook; known years are \(known)"], file: result.plan.path, line: line,
            value: "\(year)"))
      }
    }
    return findings
  }
}
