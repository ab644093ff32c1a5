import HTML
import Indicators
import SchoolStatistics
import TargetAmbition

/// The rounds of targets of one phase: returned, late, not due, and by partner which schools are outstanding.
struct AmbitionRounds {
  /// The round of the headline.
  let area: AreaAmbition
  let content: ReportContent

  /// Newest first.
  private var rounds: [AreaAmbition] {
    content.ambition.areas(area.place).filter { $0.phase == area.phase }.sorted { $1.targetYear < $0.targetYear }
  }

  var html: HTML {
    let later = content.ambition.later(than: area)
    return HTML {
      for round in later { "<p>\(AmbitionText.soFar(round)).</p>" }
      PageTable(
        label: "\(area.phase.title), rounds", caption: "\(area.phase.title): rounds of targets",
        heads: [
          "Targets for", "Last day", "Schools", "Returned", "Returned late", "Late", "Not due", "Not assessable",
          "In line (proxy)", .words("Band"),
        ]
      ).html {
        for round in rounds { row(round) }
      }
      for round in (later.reversed() + [area]) { outstanding(round) }
    }
  }

  private func row(_ found: AreaAmbition) -> HTML {
    let round = found.round
    let share = found.shares.first { $0.test == .guidanceOnly }
    let inLine = share.flatMap {
      round.held > 0 && $0.assessed > 0 ? "\($0.met + $0.metByExemption) of \($0.assessed)" : nil
    }
    let counts = [
      round.schools, round.returned, round.returnedLate, round.late, round.notDue, share?.notAssessable ?? 0,
    ].map { "<td>\($0)</td>" as HTML }
    return
      "<tr><th scope=\"row\">\(found.targetYear.ending)</th><td>\(round.deadline.words)</td>\(counts.joined())<td>\(inLine ?? "–")</td><td class=\"words\">\(share?.band?.title ?? "no band")</td></tr>"
  }

  /// Schools without a target, by partner; nothing where there are none.
  private func outstanding(_ found: AreaAmbition) -> HTML? {
    let schools = found.schools.map { content.ambition.results.schools[$0] }.filter { !$0.state.isHeld }
    guard !schools.isEmpty else { return nil }
    let partners = content.partners.value
    var held: [String: [String]] = [:]
    for school in schools {
      let names = partners.isKnown ? partners.names(of: school.school) : []
      for name in names.isEmpty ? [""] : names {
        held[name, default: []].append(content.data.schools[school.school].shownName)
      }
    }
    let none = partners.isKnown ? "No partner" : "Partners not known"
    return HTML {
      """
      <details class="printed">
      <summary>Outstanding for \(found.targetYear.ending) <span class="soft">\(FigureText.count(schools.count, "school")), by partner</span></summary>
      <ul class="small inside">
      """
      for (name, schools) in held.sorted(by: { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }) {
        "<li><strong>\(name.isEmpty ? none : name)</strong> (\(schools.count)): \(schools.joined(separator: ", "))</li>"
      }
      "</ul>"
      "</details>"
    }
  }
}
