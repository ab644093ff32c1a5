import SchoolStatistics

/// What a reader must know of a school before trusting its figures, in plain sentences.
enum PackNotices {
  static func notices(_ evidence: PackEvidence, links: SchoolSuccession, schools data: SchoolData) -> [String] {
    var notices: [String] = []
    let school = evidence.school
    if !school.formerName.isEmpty, school.formerName != school.name {
      notices.append("The school was called \(school.formerName) before.")
    }
    if let closed = school.closed { notices.append("The school closed on \(closed.words).") }
    if let link = links.successor(of: school.urn) {
      notices.append("\(name(link.successor, data)) took over\(on(link.effective)); its results stand in its own pack.")
    }
    let predecessors = links.predecessors(of: school.urn)
    if !predecessors.isEmpty {
      let names = predecessors.map { name($0.urn, data) }.joined(separator: " and ")
      let date = on(predecessors.last?.effective)
      notices.append(
        predecessors.count > 1
          ? "The school was formed by a merger\(date) of \(names); their results are in their own packs."
          : "The school took over\(date) from \(names), whose results are in its own pack.")
    }
    if let opened = school.opened, predecessors.isEmpty, opened.academicYear >= evidence.year - 2 {
      notices.append("The school opened on \(opened.words).")
    }
    if !school.isRegistered { notices.append("The school is not in the register: it is known from its results alone.") }
    return notices + resultNotices(evidence)
  }

  private static func name(_ urn: URN, _ data: SchoolData) -> String {
    data.schoolIndex(urn).map { "\(data.schools[$0].name) (URN \(urn))" } ?? "URN \(urn)"
  }

  private static func on(_ date: CalendarDate?) -> String { date.map { " on \($0.words)" } ?? "" }

  /// No results, one year only, a small cohort.
  private static func resultNotices(_ evidence: PackEvidence) -> [String] {
    let headlines = evidence.packMeasures.filter { $0.role == .attainment && evidence.school.kind.serves($0.phase) }
    let years = evidence.years.filter { year in
      headlines.contains { evidence.row($0.indicator, year)?.value.value.value != nil }
    }
    guard !years.isEmpty else {
      let reasons = headlines.compactMap { evidence.row($0.indicator)?.value.value.reason?.title }
      let reason = reasons.first.map { " (\($0))" } ?? ""
      return [
        "There are no test or examination results for this school\(reason). Nothing can be said of its attainment."
      ]
    }
    var notices: [String] = []
    if years.last != evidence.year {
      let reason =
        headlines.compactMap { evidence.row($0.indicator)?.value.value.reason?.title }.first.map { " (\($0))" } ?? ""
      notices.append(
        "There are no results for \(evidence.year.title)\(reason). The latest are of \(years.last!.title).")
    } else if years.count == 1 {
      notices.append("There are results for one year only, \(evidence.year.title): no direction can be read from them.")
    }
    if let row = evidence.headline.flatMap({ evidence.row($0.indicator) }), let cohort = row.cohort,
      cohort < evidence.minimumCohort
    {
      let pooled = row.value.pooledYears.flatMap {
        $0.years.count >= 2 && $0.denominator >= evidence.minimumCohort ? $0 : nil
      }
      notices.append(
        "Fewer than \(evidence.minimumCohort) pupils took part in \(evidence.year.title). "
          + (pooled == nil ? "Their results are not shown." : "Figures are of several years together."))
    }
    return notices
  }
}
