import HTML
import Indicators
import SchoolStatistics

/// `la/<code>/index.html`: the Appendix 1 table of each authority, with the evidence beneath.
struct AuthorityPages: ReportOutput {
  let format = ReportFormat.html
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let authorities = content.authorities
    try inOrder(authorities.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      let area = authorities[index]
      return (name: Self.path(area), page: Self.render(area, content).bytes)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func path(_ area: Area) -> String { "la/\(area.place.code)/index.html" }

  static func render(_ area: Area, _ content: ReportContent) -> HTML {
    let sections = authoritySections.compactMap { section in
      section.render(area, content).map { (link: section.link, html: $0) }
    }
    return Page(
      title: "\(area.name), data indicators \(content.results.headlineYear.ending)", heading: area.name,
      subtitle: subtitle(area, content), root: "../../", way: PageWay(area, on: .figures, content)
    ).render(content) {
      notice(area, content).map { "<p class=\"lead\">\($0)</p>" }
      "<ul class=\"jump contents\">"
      for section in sections { "<li><a href=\"#\(section.link.id)\">\(section.link.words)</a></li>" }
      "</ul>"
      for section in sections { section.html }
    }
  }

  /// Why the page has no figures of the year, where it has none.
  static func notice(_ area: Area, _ content: ReportContent) -> String? {
    let year = content.results.headlineYear
    guard !content.hasFigures(area.place) else { return nil }
    if case .localAuthority(let code) = area.place, let index = content.data.authorityIndex(code),
      !content.data.authorities[index].existed(in: year)
    {
      let authority = content.data.authorities[index]
      let none = "No figures in \(PeriodText.year(year)): the authority "
      let results = CalendarDate(year: year.ending, month: 8, day: 31)!
      if let ended = authority.validTo, ended < results { return none + "existed until \(PeriodText.day(ended))." }
      if let began = authority.validFrom { return none + "exists from \(PeriodText.day(began))." }
    }
    return "The files hold no figures about this authority in \(PeriodText.year(year))."
  }

  /// `16 primary and 4 secondary schools`; a phase without schools is left out.
  static func schools(_ counts: ReportContent.SchoolCounts) -> String? {
    switch (counts.primary, counts.secondary) {
    case (0, 0): nil
    case (let primary, 0): FigureText.count(primary, "primary school")
    case (0, let secondary): FigureText.count(secondary, "secondary school")
    case (let primary, let secondary):
      "\(FigureText.count(primary)) primary and \(FigureText.count(secondary, "secondary school"))"
    }
  }

  private static func subtitle(_ area: Area, _ content: ReportContent) -> String {
    let year = content.results.headlineYear
    var parts = [
      "Data indicators, \(PeriodText.term(content.options.term, year))", "results of \(PeriodText.year(year))",
    ]
    if !area.regionName.isEmpty { parts.append(area.regionName) }
    if case .localAuthority(let code) = area.place {
      let counts = content.schoolCounts(of: code)
      if let schools = schools(counts) { parts.append(schools) }
      parts.append("LA \(code)")
    }
    return parts.joined(separator: " · ")
  }
}
