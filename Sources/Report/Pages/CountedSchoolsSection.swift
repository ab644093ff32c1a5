import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// The schools behind an indicator that counts schools, each with the tests it met.
struct CountedSchoolsSection: AuthoritySection {
  var link: (id: String, words: String) { (id: "counted", words: "Schools counted") }

  /// Schools of a list that the page holds; all are in `tables/counted-schools.csv`.
  static let schoolsOfList = 60

  func render(_ area: Area, _ content: ReportContent) -> HTML? {
    guard case .localAuthority(let code) = area.place else { return nil }
    let year = content.results.headlineYear
    let counted = Dictionary(
      grouping: content.countedSchools(of: code).filter { $0.year == year }, by: \.indicator)
    let lists = content.results.indicators.compactMap { indicator in
      counted[indicator.id].map { list(indicator, $0, content.data) }
    }
    guard !lists.isEmpty else { return nil }
    return HTML {
      """
      <section aria-labelledby="counted">
      <h2 id="counted">Schools counted in \(PeriodText.year(year))</h2>
      <p class="paper soft small">Open a list on screen to have it on paper.</p>
      """
      for list in lists { list }
      "</section>"
    }
  }

  private func list(_ indicator: Indicator, _ schools: [CountedSchool], _ data: SchoolData) -> HTML {
    let left = schools.count - Self.schoolsOfList
    return HTML {
      """
      <details>
      <summary>\(indicator.title) <span class="soft">\(FigureText.count(schools.count, "school"))</span></summary>
      <div class="inside">
      """
      PageTable(
        label: "\(indicator.title), schools", caption: "\(indicator.title): the schools and the tests they met",
        heads: ["School", "URN", .words("Tests met")]
      ).html {
        for school in schools.prefix(Self.schoolsOfList) { row(school, data) }
      }
      if left > 0 {
        "<p class=\"left\">Not shown here: \(FigureText.count(left, "more school")). All are in <a href=\"../../tables/counted-schools.csv\">counted-schools.csv</a>.</p>"
      }
      "</div>"
      "</details>"
    }
  }

  private func row(_ counted: CountedSchool, _ data: SchoolData) -> HTML {
    let school = data.schools[counted.school]
    let tests = counted.testsInWords(data.measures).map { "<span class=\"line\">\($0)</span>" as HTML }.joined()
    return
      "<tr><th scope=\"row\">\(school.shownName)</th><td>\(school.urn.description)</td><td class=\"words\">\(tests)</td></tr>"
  }
}
