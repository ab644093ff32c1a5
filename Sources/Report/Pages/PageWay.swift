import HTML
import Indicators
import SchoolStatistics

/// A link of a page's bars; without a path it is the page itself.
struct PageLink {
  var words: String
  var path: String?
}

/// The ways from a page to those above, beside and beneath it.
struct PageWay {
  /// From the front page down: the region, the authority.
  var above: [PageLink] = []
  var previous: PageLink?
  var next: PageLink?
  /// The pages and files about the same place, this page among them.
  var same: [PageLink] = []
  /// Whom these are about.
  var place = ""

  func html(root: String, report: String) -> HTML {
    HTML {
      "<nav aria-label=\"Report\"><a href=\"\(root)index.html\">\(report)</a>\(above.map { " · \(Self.link($0))" as HTML }.joined())\(beside)</nav>"
      if same.count > 1 {
        "<nav class=\"bar\" aria-label=\"About \(place)\">\(same.map { Self.link($0) }.joined(separator: " "))</nav>"
      }
    }
  }

  private var beside: HTML? {
    let links = [
      previous.map { "<span>← \(Self.link($0))</span>" as HTML }, next.map { "<span>\(Self.link($0)) →</span>" },
    ].compactMap { $0 }
    return links.isEmpty ? nil : "<span class=\"beside\">\(links.joined(separator: " "))</span>"
  }

  private static func link(_ link: PageLink) -> HTML {
    link.path.map { "<a href=\"\($0)\">\(link.words)</a>" } ?? "<b aria-current=\"page\">\(link.words)</b>"
  }
}

extension PageWay {
  /// The pages about an authority.
  enum AuthorityPage: CaseIterable {
    case figures, schools, targets, dashboard, position

    var file: String {
      switch self {
      case .figures: "index.html"
      case .schools: "schools.html"
      case .targets: "targets.html"
      case .dashboard: "dashboard.html"
      case .position: "position.html"
      }
    }

    var words: String {
      switch self {
      case .figures: "Figures"
      case .schools: "Schools"
      case .targets: "Targets"
      case .dashboard: "Self-evaluation"
      case .position: "Place among all"
      }
    }

    /// False where the report has nothing of the kind to show.
    func isThere(_ area: Area, _ content: ReportContent) -> Bool {
      switch self {
      case .figures: true
      case .schools: SchoolPages.isThere(area, content)
      case .targets: !content.ambition.latest(area.place).isEmpty
      case .dashboard: content.options.tables.contains(.dashboard) && content.dashboard(area) != nil
      case .position: content.results.indicators.contains { ComparedAuthority(area, $0, content)?.standing != nil }
      }
    }
  }

  /// - Parameter page: the page that the way is for.
  init(_ area: Area, on page: AuthorityPage, _ content: ReportContent) {
    place = area.shownName
    if let region = content.regionPath(of: area) {
      above.append(PageLink(words: area.regionName, path: "../../" + region))
    }
    // The same page of the authorities beside this one, where they have it.
    let (before, after) = content.beside(area)
    func link(_ other: Area?) -> PageLink? {
      other.map {
        let file = page.isThere($0, content) ? page.file : AuthorityPage.figures.file
        return PageLink(words: $0.shownName, path: "../\($0.place.code)/\(file)")
      }
    }
    (previous, next) = (link(before), link(after))
    same = AuthorityPage.allCases.filter { $0 == page || $0.isThere(area, content) }.map {
      PageLink(words: $0.words, path: $0 == page ? nil : $0.file)
    }
    if content.options.formats.contains(.xlsx), AuthorityWorkbooks.isThere(area, content) {
      same.append(PageLink(words: "Workbook", path: "indicators.xlsx"))
    }
  }

  /// England and the regions, each beside the next.
  init(_ field: ComparisonField, _ content: ReportContent) {
    place = field.name
    let fields = content.comparisonFields
    if let position = fields.firstIndex(where: { $0.slug == field.slug }) {
      func link(_ index: Int) -> PageLink? {
        fields.indices.contains(index) ? PageLink(words: fields[index].name, path: fields[index].slug + ".html") : nil
      }
      (previous, next) = (link(position - 1), link(position + 1))
    }
    same = [PageLink(words: "Side by side", path: nil)]
    if content.options.formats.contains(.xlsx) { same.append(PageLink(words: "Workbook", path: field.slug + ".xlsx")) }
  }
}
