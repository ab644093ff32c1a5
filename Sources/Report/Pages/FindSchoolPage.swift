import HTML
import Indicators
import SchoolStatistics

/// `schools.html`: every school of the report by name, each with the way to its authority's page of schools.
struct FindSchoolPage: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    if Self.isThere(content) { try folder.write(Self.render(content).bytes, to: "schools.html") }
  }

  static func isThere(_ content: ReportContent) -> Bool {
    content.authorities.contains { SchoolPages.isThere($0, content) }
  }

  static func render(_ content: ReportContent) -> HTML {
    let schools = content.authorities.flatMap { area -> [(school: School, area: Area)] in
      guard case .localAuthority(let code) = area.place else { return [] }
      return content.schoolsWithResults(of: code).map { (content.data.schools[$0], area) }
    }.sorted { ($0.school.name, $0.school.urn) < ($1.school.name, $1.school.urn) }
    return Page(
      title: "Find a school", heading: "Find a school",
      subtitle: FigureText.count(schools.count, "school") + " with results", root: "", script: Document.script
    ).render(content) {
      "<section aria-label=\"Schools\">"
      "<div class=\"tools\" data-list=\"schools\" data-what=\"School, authority or URN\" hidden></div>"
      "<ul class=\"authorities\" id=\"schools\">"
      for (school, area) in schools {
        "<li><a href=\"la/\(area.place.code)/schools.html\">\(school.shownName)</a> <span class=\"soft\">\(area.shownName), \(school.urn.description)</span></li>"
      }
      "</ul>"
      "</section>"
    }
  }
}
