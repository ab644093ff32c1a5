import HTML
import Indicators
import SchoolStatistics
import SelfEvaluation
import TargetAmbition

/// `la/<code>/dashboard.html`: the ratings of an authority's own work on one page, and beneath them what each rests on.
struct DashboardPages: ReportOutput {
  let format = ReportFormat.html
  let table: Table? = .dashboard
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    for area in content.authorities {
      guard let found = DashboardContent(area, content) else { continue }
      try folder.write(Self.render(found, content).bytes, to: "la/\(area.place.code)/dashboard.html")
    }
  }

  static func render(_ found: DashboardContent, _ content: ReportContent) -> HTML {
    Page(
      title: "\(found.area.shownName), self-evaluation", heading: "\(found.area.shownName): self-evaluation",
      subtitle:
        "What the authority judges of its own work, strand by strand, \(found.dashboard.year.title); people give ratings, data only say the best that they allow",
      root: "../../", way: PageWay(found.area, on: .dashboard, content), isWide: true
    ).render(content) {
      grid(found)
      evidence(found, content)
    }
  }

  private static func grid(_ found: DashboardContent) -> HTML {
    let rules = found.dashboard.rules
    var heads: [PageTable.Head] = ["Phase"]
    for theme in rules.themes {
      for strand in rules.strands(of: theme) {
        heads.append(PageTable.Head(html: "<abbr title=\"\(strand.title)\">\(strand.id)</abbr>"))
      }
      heads.append("Overall \(theme)")
    }
    let above = found.cells.count(where: \.isAboveCeiling)
    return HTML {
      "<section aria-labelledby=\"dashboard\"><h2 id=\"dashboard\">Dashboard</h2>"
      PageTable(
        label: "Dashboard", caption: "Ratings of ten strands and three phases", captionIsAway: true, heads: heads
      ).html {
        for phase in EvaluatedPhase.allCases {
          "<tr><th scope=\"row\">\(phase.title)</th>"
          for theme in rules.themes {
            for strand in rules.strands(of: theme) { cell(found.cell(phase, strand)) }
            overall(found.dashboard.overall(phase, theme: theme))
          }
          "</tr>"
        }
        "<tr><th scope=\"row\">All phases</th>"
        for theme in rules.themes {
          for _ in rules.strands(of: theme) { "<td></td>" }
          overall(found.dashboard.overall(theme: theme))
        }
        "</tr>"
      }
      if above > 0 {
        "<p>\(FigureText.count(above, "rating")) above what the data allow, marked ▲: \(above == 1 ? "it stands" : "they stand") as given.</p>"
      }
      """
      <p>OS outstanding, G good, NI requires some improvement, SI requires significant improvement. Overall by rule \(rules.overallRule.rawValue): \(rules.overallRule.words). The rule is inferred from a single published example; no document states one.</p>
      </section>
      """
    }
  }

  private static func cell(_ cell: DashboardCell?) -> HTML {
    guard let cell else { return "<td></td>" }
    let link = "#\(row(cell))"
    return switch cell.rating {
    case .rated(let band):
      HTML {
        "<td><a href=\"\(link)\">\(shade(band))</a>"
        if cell.isAboveCeiling, let ceiling = cell.ceiling { HTML.small("▲ data allow \(ceiling.band.code)") }
        "</td>"
      }
    case .notApplicable: "<td>\(HTML.value("n/a", isMissing: true))</td>"
    case .notStated: "<td>\(HTML.value("not stated", isMissing: true))</td>"
    }
  }

  private static func overall(_ rating: OverallRating) -> HTML {
    switch rating {
    case .rated(let band): "<td>\(shade(band))\(HTML.small(band.title))</td>"
    case .notApplicable: "<td>\(HTML.value("n/a", isMissing: true))</td>"
    case .incomplete(let missing):
      "<td>\(HTML.value("incomplete", isMissing: true))\(HTML.small("\(FigureText.count(missing)) not stated"))</td>"
    }
  }

  /// The code on the shade of its place in the scale.
  private static func shade(_ band: AmbitionBand) -> HTML {
    "<span class=\"band rating-\(band.rawValue)\" title=\"\(band.title)\">\(band.code)</span>"
  }

  private static func row(_ cell: DashboardCell) -> String {
    "\(cell.phase.rawValue)-\(cell.strand.id.replacing(".", with: "-"))"
  }

  /// What each rating rests on, those above what data allow first.
  private static func evidence(_ found: DashboardContent, _ content: ReportContent) -> HTML {
    let shown = found.cells.filter { $0.rating != .notApplicable }
    let cells = shown.filter(\.isAboveCeiling) + shown.filter { !$0.isAboveCeiling }
    return HTML {
      "<section aria-labelledby=\"evidence\"><h2 id=\"evidence\">What the ratings rest on</h2>"
      PageTable(
        label: "What the ratings rest on", caption: "Evidence and what data allow, by strand", captionIsAway: true,
        heads: [
          .words("Strand"), "Phase", "Rating", .words("Evidence as stated"), .words("Data allow at most"),
          .words("From"),
        ]
      ).html {
        for cell in cells {
          "<tr id=\"\(row(cell))\"><th scope=\"row\" class=\"words\">\(cell.strand.id) \(cell.strand.title)</th><td>\(cell.phase.title)</td>"
          "<td>\(cell.rating.rating.map(shade) ?? HTML.value("not stated", isMissing: true))</td>"
          "<td class=\"words\">\(cell.evidence)\(HTML.small(cell.judgement?.author))</td>"
          if let ceiling = cell.ceiling {
            "<td class=\"words\">\(cell.isAboveCeiling ? "▲ " : "")\(ceiling.band.title)\(HTML.small(ceiling.words))</td>"
          } else {
            "<td class=\"words\">\(HTML.value("no test by data", isMissing: true))</td>"
          }
          "<td class=\"words\">\(cell.judgement.map { AmbitionText.source($0.source, content.data) } ?? "")</td></tr>"
        }
      }
      "</section>"
    }
  }
}
