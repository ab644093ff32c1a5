import Indicators
import SchoolStatistics
import TargetAmbition

/// `la/<code>/targets.html`: every school's latest target with each comparison made, so that any verdict can be redone
/// by hand.
struct TargetPages: ReportOutput {
  let format = ReportFormat.html

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let areas = content.authorities.filter { !content.ambition.latest($0.place).isEmpty }
    try inOrder(areas.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: "la/\(areas[index].place.code)/targets.html", page: Self.render(areas[index], content).text)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func render(_ area: Area, _ content: ReportContent) -> Markup {
    Page(
      title: "\(area.name), targets in full", heading: "\(area.name): targets in full",
      subtitle: "Six criteria for every school’s latest target, with the numbers compared and the lines they came from",
      root: "../../", back: area, template: "targets",
      body: ["phases": .list(content.ambition.latest(area.place).map { phase($0, content) })]
    ).render(content)
  }

  private static func phase(_ area: AreaAmbition, _ content: ReportContent) -> PageValue {
    [
      "id": .text(area.phase.rawValue), "title": .text(area.phase.title),
      "year": .text(PeriodText.year(area.targetYear)),
      "measure": .text(content.data.measures[area.measure]?.title ?? area.measure.id),
      "schools": .list(area.schools.map { school($0, content) }),
    ]
  }

  private static func school(_ position: Int, _ content: ReportContent) -> PageValue {
    let judged = content.ambition.results.schools[position]
    let known = content.data.schools[judged.school]
    let exemption = judged.exemption.map {
      "exempt\($0.isUsed ? "" : ", not needed or out of scope"): \($0.reason), decided by \($0.decidedBy) \($0.decidedOn)"
    }
    return [
      "name": .text(known.name.isEmpty ? "Name not known" : known.name), "urn": .text(known.urn.description),
      "verdict": .text(judged.verdict.title), "quartile": .text(judged.nationalQuartile.map { "Q\($0)" } ?? ""),
      "exemption": .optional(exemption),
      "criteria": .list(content.ambition.results.criteria(position).map { criterion($0, content) }),
    ]
  }

  private static func criterion(_ result: CriterionResult, _ content: ReportContent) -> PageValue {
    let lines = result.comparisons.flatMap(\.sources).map { AmbitionText.source($0, content.data) }
    var seen: Set<String> = []
    return [
      "code": .text(result.criterion.code), "title": .text(result.criterion.title),
      "outcome": .text(result.outcome.title),
      "comparisons": .list(result.comparisons.map { .text(AmbitionText.comparison($0)) }),
      "reason": .text(result.reason),
      "needed": .text(result.outcome == .notMet ? AmbitionText.needed(result.pupilsNeeded) : "–"),
      "sources": .text(lines.filter { seen.insert($0).inserted }.joined(separator: ", ")),
    ]
  }
}
