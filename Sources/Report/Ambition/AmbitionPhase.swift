import SchoolStatistics
import TargetAmbition

/// One phase of the section about targets.
struct AmbitionPhase {
  let area: AreaAmbition
  let content: ReportContent

  private var ambition: AmbitionContent { content.ambition }
  private var schools: [SchoolAmbition] { area.schools.map { ambition.results.schools[$0] } }
  /// More schools than this stand on the page of targets alone, to keep the authority's page small.
  private let mostSchools = 150

  var value: PageValue {
    let members = schools
    let used = members.filter { $0.exemption?.isUsed == true }
    let (title, list) = candidates
    return [
      "id": .text(area.phase.rawValue), "title": .text(area.phase.title),
      "year": .text(PeriodText.year(area.targetYear)),
      "headline": .text(headline), "band": .optional(area.shares.first?.band?.title), "stricter": .text(stricter),
      "shares": .list(area.shares.map(share)),
      "hasCandidates": .flag(!list.isEmpty), "candidatesTitle": .text(title), "candidates": .list(list),
      "quartiles": .list(QuartileBasis.allCases.compactMap(quartiles)),
      "chart": .optional(chart(members)), "key": .list(TargetChart.key),
      "hasSchools": .flag(members.count <= mostSchools), "count": .text(FigureText.count(members.count, "school")),
      "schools": .list(members.count <= mostSchools ? members.map(school) : []),
      "hasExemptions": .flag(!used.isEmpty), "exemptions": .list(used.map { .text(exemption($0)) }),
      "exemptShare": .text(
        "\(used.count) of \(FigureText.count(members.count, "school")), by decision recorded with the target"),
      "facts": .list(AmbitionFacts.facts(area, content)),
    ]
  }

  /// The configured edition's share in a sentence; its band follows.
  private var headline: String {
    guard let share = area.shares.first, let percent = share.percent else {
      return "No school’s targets could be assessed"
    }
    let words = share.test == .guidanceOnly ? "are in line with guidance" : "meet all criteria that can be assessed"
    return "Targets of \(share.met + share.metByExemption) of \(FigureText.count(share.assessed, "school")) "
      + "(\(AmbitionText.share(percent))) \(words)"
  }

  private var stricter: String {
    guard let share = area.share(.allCriteria, .standards2009), let percent = share.percent else { return "" }
    let silent =
      share.notAssessable > 0 ? "; \(FigureText.count(share.notAssessable, "school")) could not be assessed" : ""
    return
      "On all criteria together \(share.met + share.metByExemption) of \(FigureText.count(share.assessed, "school")) "
      + "(\(AmbitionText.share(percent))) set ambitious targets\(silent)."
  }

  private func share(_ share: AmbitionShare) -> PageValue {
    let next = share.nextBand.flatMap { band in
      share.schoolsToNextBand.map { "\(FigureText.count($0, "more school")) for \(band.title)" }
    }
    return [
      "name": .text("\(share.test.title), \(share.edition.rawValue)"),
      "schools": .text("\(share.met + share.metByExemption) of \(share.assessed)"),
      "share": .text(share.percent.map(AmbitionText.share) ?? "none assessed"),
      "without": .text(share.percentWithoutExemptions.map(AmbitionText.share) ?? ""),
      "cases": .text(
        [share.worstCase, share.bestCase].map { $0.map(AmbitionText.share) ?? "–" }.joined(separator: " / ")),
      "band": .text(share.band?.title ?? "no band"), "rule": .text(share.band?.rule(share.edition) ?? ""),
      "next": .text(next ?? (share.band == nil ? "" : "highest band")),
    ]
  }

  /// The schools that would lift the authority into the next band on all criteria, with what each would change.
  private var candidates: (String, [PageValue]) {
    guard let share = area.share(.allCriteria, content.ambition.results.edition), let band = share.nextBand,
      let wanted = share.schoolsToNextBand
    else { return ("", []) }
    let named = share.candidates.prefix(wanted).map { candidate -> PageValue in
      let school = ambition.results.schools[candidate.position]
      let criteria = ambition.results.criteria(candidate.position)
      let parts = school.unmet.map { criterion -> String in
        let index = criterion.rawValue - 1
        if let pupils = school.pupilsNeeded[index] { return "\(criterion.code) \(FigureText.count(pupils, "pupil"))" }
        // What else has to change: a missing target, a late date, an absence target.
        let unmet = criteria[index].comparisons.filter { $0.outcome == .notMet && $0.pupilsNeeded == nil }
        return "\(criterion.code) " + unmet.map(AmbitionText.comparison).joined(separator: "; ")
      }
      return .text("\(name(school)): \(parts.joined(separator: ", "))")
    }
    return (
      "Nearest to \(band.title) on all criteria (\(share.edition.rawValue)): \(FigureText.count(wanted, "school")), each with what its target would have to change",
      named
    )
  }

  private func quartiles(_ basis: QuartileBasis) -> PageValue? {
    guard let rows = area.quartiles[basis] else { return nil }
    let shown = rows.filter { $0.quartile != nil || $0.assessed + $0.notAssessable > 0 }
    return [
      "title": .text(
        "\(area.phase.title): ambition by quartile of value added, "
          + (basis == .national ? "nationally" : "among similar schools")),
      "heads": .list(AmbitionCriterion.allCases.map { ["code": .text($0.code), "title": .text($0.title)] }),
      "rows": .list(shown.map { row($0, AmbitionText.quartileTitle($0.quartile)) } + [row(area.total, "All schools")]),
    ]
  }

  private func row(_ row: QuartileRow, _ name: String) -> PageValue {
    [
      "name": .text(name), "met": .text(row.assessed > 0 ? "\(row.met) of \(row.assessed)" : "–"),
      "criteria": .list(
        (0..<6).map {
          .text(row.assessedByCriterion[$0] > 0 ? "\(row.metByCriterion[$0]) of \(row.assessedByCriterion[$0])" : "–")
        }),
      "distance": .text(row.medianDistance.value.map { FigureText.signed($0, decimals: 1) + "\u{00A0}pp" } ?? "–"),
      "pupils": .text(
        row.medianDistanceInPupils.value.map { FigureText.signed($0, decimals: 1) + "\u{00A0}pupils" } ?? ""),
    ]
  }

  private func chart(_ members: [SchoolAmbition]) -> Markup? {
    let marks = members.compactMap { school -> TargetChart.Mark? in
      guard let target = school.target.value, let benchmark = school.benchmark else { return nil }
      return TargetChart.Mark(
        target: target, benchmark: benchmark.percent, cohort: school.cohort ?? 30, quartile: school.nationalQuartile)
    }
    return TargetChart(
      marks: marks, name: "\(area.phase.title) targets for \(PeriodText.year(area.targetYear))",
      table: members.count <= mostSchools
        ? "the table of every school’s target follows" : "every school is on the page of targets in full"
    ).markup
  }

  private func school(_ school: SchoolAmbition) -> PageValue {
    let counts = school.targetPupils.flatMap { pupils in school.cohort.map { "\(pupils) of \($0)" } }
    return [
      "name": .text(name(school)), "quartile": .text(AmbitionText.quartile(school.nationalQuartile)),
      "target": .text(school.target.value.map { FigureText.number($0, decimals: 1) + "%" } ?? "not set"),
      "counts": .text(counts ?? ""),
      "line": .text(
        school.benchmark.map {
          FigureText.number($0.percent, decimals: 1) + "%" + ($0.origin == .ownEstimate ? " (own estimate)" : "")
        } ?? "–"),
      "distance": .text(school.distanceInPupils.map { FigureText.signed($0, decimals: 1) + "\u{00A0}pupils" } ?? "–"),
      "unmet": .text(school.unmet.isEmpty ? "–" : school.unmet.map(\.code).joined(separator: " ")),
      "verdict": .text(school.verdict.title),
    ]
  }

  private func exemption(_ school: SchoolAmbition) -> String {
    guard let exemption = school.exemption else { return "" }
    let on = exemption.decidedOn.isEmpty ? "" : ", \(exemption.decidedOn)"
    return "\(name(school)): \(exemption.reason) (decided by \(exemption.decidedBy)\(on)); excuses "
      + school.unmet.map(\.code).joined(separator: ", ")
  }

  private func name(_ school: SchoolAmbition) -> String {
    let known = content.data.schools[school.school]
    return known.name.isEmpty ? "URN \(known.urn)" : known.name
  }
}
