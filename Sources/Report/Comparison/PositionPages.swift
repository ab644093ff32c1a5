import HTML
import Indicators
import SchoolStatistics

/// `la/<code>/position.html`: the place of an authority among all, indicator by indicator.
struct PositionPages: ReportOutput {
  let format = ReportFormat.html
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let areas = content.authorities
    try inOrder(areas.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: "la/\(areas[index].place.code)/position.html", page: Self.render(areas[index], content)?.bytes)
    } use: { (made) throws(ReportError) in
      if let page = made.page { try folder.write(page, to: made.name) }
    }
  }

  static func render(_ area: Area, _ content: ReportContent) -> HTML? {
    PositionSection(isWhole: true).render(area, content).map { section in
      Page(
        title: "\(area.name), place among all authorities", heading: "\(area.name): place among all authorities",
        subtitle: "Rank and band of every indicator, against the region, statistical neighbours and England",
        root: "../../", way: PageWay(area, on: .position, content)
      ).render(content) { section }
    }
  }
}
