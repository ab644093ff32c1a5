import SchoolStatistics

/// `la/<code>/index.html`: the Appendix 1 table of each authority, with the evidence beneath.
struct AuthorityPages: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let authorities = content.authorities
    try inOrder(authorities.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      let area = authorities[index]
      return (name: Self.path(area), page: Self.render(area, content).text)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func path(_ area: Area) -> String { "la/\(area.place.code)/index.html" }

  static func render(_ area: Area, _ content: ReportContent) -> Markup {
    let year = content.results.headlineYear
    return Page(
      title: "\(area.name), data indicators \(year.ending)", heading: area.name, subtitle: subtitle(area, content),
      root: "../../", template: "la",
      body: ["sections": .list(authoritySections.compactMap { $0.render(area, content).map { .markup($0) } })]
    ).render(content)
  }

  private static func subtitle(_ area: Area, _ content: ReportContent) -> String {
    let year = content.results.headlineYear
    var parts = [
      "Data indicators, \(PeriodText.term(content.options.term, year))", "results of \(PeriodText.year(year))",
    ]
    if !area.regionName.isEmpty { parts.append(area.regionName) }
    if case .localAuthority(let code) = area.place {
      let counts = content.schoolCounts(of: code)
      if counts.primary + counts.secondary > 0 {
        parts.append(
          "\(FigureText.count(counts.primary)) primary and \(FigureText.count(counts.secondary, "secondary school"))")
      }
      parts.append("LA \(code)")
    }
    return parts.joined(separator: " · ")
  }
}
