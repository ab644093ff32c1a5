import SchoolStatistics

/// Findings of one rule, for counting.
struct RuleCount {
  var rule: String
  var severity: Severity
  var count: Int
  var files: Int
}

/// Findings that say the same of the same column of one file, with the lines where they stand.
struct FindingGroup {
  var first: Finding
  /// In ascending order; none where the finding is about the whole file.
  var lines: [Int] = []
  var count = 0

  /// One entry a rule, the worst and most frequent first.
  static func rules(_ findings: [Finding]) -> [RuleCount] {
    var counts: [String: (severity: Severity, count: Int, files: Set<String>)] = [:]
    for finding in findings {
      counts[finding.rule, default: (finding.severity, 0, [])].count += 1
      counts[finding.rule]!.files.insert(finding.file)
      counts[finding.rule]!.severity = max(counts[finding.rule]!.severity, finding.severity)
    }
    return counts.map {
      RuleCount(rule: $0.key, severity: $0.value.severity, count: $0.value.count, files: $0.value.files.count)
    }
    .sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      return a.count != b.count ? a.count > b.count : a.rule < b.rule
    }
  }

  /// Groups of the findings of one rule in one file, in the order of their first line.
  static func groups(_ findings: some Sequence<Finding>) -> [FindingGroup] {
    var positions: [[String]: Int] = [:]
    var groups: [FindingGroup] = []
    for finding in findings {
      let key = [finding.column, finding.value, finding.message, finding.action, finding.severity.rawValue]
      let position: Int
      if let known = positions[key] {
        position = known
      } else {
        position = groups.count
        positions[key] = position
        groups.append(FindingGroup(first: finding))
      }
      groups[position].count += 1
      if let line = finding.line { groups[position].lines.append(line) }
    }
    return groups
  }

  /// `12, 15, 18 to 24`; after `limit` ranges, how many lines more.
  func lineText(limit: Int) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for line in lines {
      if let last = ranges.last, line <= last.last + 1 {
        ranges[ranges.count - 1].last = line
      } else {
        ranges.append((line, line))
      }
    }
    let shown = ranges.prefix(limit)
    let text = shown.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }.joined(separator: ", ")
    guard ranges.count > limit, let end = shown.last?.last else { return text }
    let more = lines.count { $0 > end }
    return text + " and \(FigureText.count(more, "more line"))"
  }
}
