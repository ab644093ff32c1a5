import SchoolStatistics

/// What a reader must know of a school before trusting its figures, in plain sentences.
enum PackNotices {
  static func notices(
    _ evidence: PackEvidence, predecessors: [(name: String, urn: URN, date: CalendarDate?)],
    successor: (name: String, urn: URN, date: CalendarDate?)?, formerName: String
  ) -> [String] {
    var notices: [String] = []
    let school = evidence.school
    if !formerName.isEmpty { notices.append("The school was called \(formerName) before.") }
    if let closed = school.closed { notices.append("The school closed on \(closed.words).") }
    if let successor {
      notices.append(
        "\(successor.name) (URN \(successor.urn)) took over\(successor.date.map { " on \($0.words)" } ?? ""); its results stand in its own pack.")
    }
    if !predecessors.isEmpty {
      let names = predecessors.map { "\($0.name) (URN \($0.urn))" }.joined(separator: ", ")
      let date = predecessors.first?.date.map { " on \($0.words)" } ?? ""
      notices.append(
        predecessors.count > 1
          ? "The school was formed by a merger\(date) from \(names). Their results are not counted here."
          : "The school took over from \(names)\(date). Earlier results are not counted here.")
    }
    if let opened = school.opened, predecessors.isEmpty, opened.academicYear >= evidence.year - 2 {
      notices.append("The school opened on \(opened.words).")
    }
    if !school.isRegistered { notices.append("The school is not in the register: it is known from its results alone.") }
    notices += resultNotices(evidence)
    return notices
  }

  /// No results, one year only, a small cohort.
  private static func resultNotices(_ evidence: PackEvidence) -> [String] {
    let headlines = PackMeasure.all.filter { $0.role == .attainment && evidence.school.kind.serves($0.phase) }
    let years = evidence.years.filter { year in headlines.contains { evidence.row($0.indicator, year)?.value.value.value != nil } }
    guard !years.isEmpty else {
      let reasons = headlines.compactMap { evidence.row($0.indicator)?.value.value.reason?.title }
      let reason = reasons.first.map { " (\($0))" } ?? ""
      return ["There are no test or examination results for this school\(reason). Nothing can be said of its attainment."]
    }
    var notices: [String] = []
    if years.last != evidence.year {
      let reason = headlines.compactMap { evidence.row($0.indicator)?.value.value.reason?.title }.first.map { " (\($0))" } ?? ""
      notices.append("There are no results for \(evidence.year.title)\(reason). The latest are of \(years.last!.title).")
    } else if years.count == 1 {
      notices.append("There are results for one year only, \(evidence.year.title): no direction can be read from them.")
    }
    if let row = evidence.headline.flatMap({ evidence.row($0.indicator) }), let cohort = row.cohort, cohort < evidence.minimumCohort {
      let pooled = row.value.pooledYears.flatMap { $0.years.count >= 2 && $0.denominator >= evidence.minimumCohort ? $0 : nil }
      notices.append(
        "Fewer than \(evidence.minimumCohort) pupils took part in \(evidence.year.title). "
          + (pooled == nil ? "Their results are not shown." : "Figures are of several years together."))
    }
    return notices
  }
}
