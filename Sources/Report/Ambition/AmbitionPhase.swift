import HTML
import Rulebook
import SchoolStatistics
import TargetAmbition

/// One phase of the section about targets.
struct AmbitionPhase {
  let area: AreaAmbition
  let content: ReportContent
  /// False where only the answer and the schools that are short are told.
  var isWhole = true

  private var ambition: AmbitionContent { content.ambition }
  /// More schools than this stand on the page of targets alone, to keep the authority's page small.
  private let mostSchools = 150

  var html: HTML {
    let schools = area.schools.map { ambition.results.schools[$0] }
    let band: HTML? = (area.shares.first?.band?.title).map { ": <strong>\($0)</strong>" }
    return HTML {
      """
      <h3 id="targets-\(area.phase.rawValue)">\(area.phase.title): targets for \(PeriodText.year(area.targetYear))</h3>
      <p class="lead">\(headline)\(band)</p>
      <p>\(stricter)</p>
      """
      if isWhole { whole(schools) } else { short(schools) }
    }
  }

  /// Schools that an authority's page names; the page of targets has all.
  private let mostShort = 8

  private func short(_ schools: [SchoolAmbition]) -> HTML {
    let short = schools.filter { !$0.why.isEmpty && [.notMet, .notSet].contains($0.verdict) }
    return HTML {
      for round in ambition.later(than: area) { "<p>\(AmbitionText.soFar(round)).</p>" }
      if !short.isEmpty {
        "<ul class=\"small\">"
        for school in short.prefix(mostShort) {
          "<li><a href=\"targets.html#\(TargetPages.row(content.data.schools[school.school], school.phase))\">\(name(school))</a>: \(school.why)</li>"
        }
        if short.count > mostShort { "<li>and \(FigureText.count(short.count - mostShort)) more</li>" }
        "</ul>"
      }
    }
  }

  private func whole(_ schools: [SchoolAmbition]) -> HTML {
    HTML {
      AmbitionRounds(area: area, content: content).html
      PageTable(
        label: "\(area.phase.title), bands",
        caption: "\(area.phase.title): share of schools and the band it gives, with its rule",
        heads: [
          "Counted", "Schools", "Share", "Without exemptions", "If those not assessable did not / did", .words("Band"),
          .words("To the next band"),
        ]
      ).html {
        for share in area.shares { row(share) }
      }
      candidates
      for basis in QuartileBasis.allCases { quartiles(basis) }
      chart(schools)
      if schools.count <= mostSchools { table(schools.count) }
      exemptions(schools.filter { $0.exemption?.isUsed == true }, of: schools.count)
      "<dl class=\"assumptions\">"
      for fact in AmbitionFacts.facts(area, content) { fact.html }
      for fact in AmbitionFacts.groups(area, content) { fact.html }
      "</dl>"
    }
  }

  /// The configured edition's share in a sentence; its band follows.
  private var headline: HTML {
    guard let share = area.shares.first, let percent = share.percent else {
      return "No school’s targets could be assessed"
    }
    let words: HTML =
      share.test == .guidanceOnly
      ? "are in line (<a href=\"\(isWhole ? "" : "targets.html")#tested\">proxy</a>)"
      : "meet all criteria that can be assessed"
    let soFar = area.round.hasBands ? "" : ", of those returned so far,"
    return
      "Targets of \(share.met + share.metByExemption) of \(FigureText.count(share.assessed, "school"))\(soFar) (\(AmbitionText.share(percent))) \(words)"
  }

  private var stricter: String {
    guard let share = area.share(.allCriteria, .standards2009), let percent = share.percent else { return "" }
    let silent =
      share.notAssessable > 0 ? "; \(FigureText.count(share.notAssessable, "school")) could not be assessed" : ""
    return
      "On all criteria together \(share.met + share.metByExemption) of \(FigureText.count(share.assessed, "school")) "
      + "(\(AmbitionText.share(percent))) set ambitious targets\(silent)."
  }

  private func row(_ share: AmbitionShare) -> HTML {
    let next = share.nextBand.flatMap { band in
      share.schoolsToNextBand.map { "\(FigureText.count($0, "more school")) for \(band.title)" }
    }
    let cases = [share.worstCase, share.bestCase].map { $0.map(AmbitionText.share) ?? "–" }.joined(separator: " / ")
    return
      "<tr><th scope=\"row\">\(share.test.title), \(share.edition.rawValue)</th><td>\(share.met + share.metByExemption) of \(share.assessed)</td><td>\(share.percent.map(AmbitionText.share) ?? "none assessed")</td><td>\(share.percentWithoutExemptions.map(AmbitionText.share))</td><td>\(cases)</td><td class=\"words\"><strong>\(share.band?.title ?? "no band")</strong><small>\(share.band?.rule(share.edition))</small></td><td class=\"words\">\(next ?? (share.band == nil ? "" : "highest band"))</td></tr>"
  }

  /// The schools that would lift the authority into the next band on all criteria, with what each would change.
  private var candidates: HTML? {
    guard let share = area.share(.allCriteria, ambition.results.edition), let band = share.nextBand,
      let wanted = share.schoolsToNextBand, wanted > 0, !share.candidates.isEmpty
    else { return nil }
    return HTML {
      """
      <p><strong>Nearest to \(band.title) on all criteria (\(share.edition.rawValue)): \(FigureText.count(wanted, "school")), each with what its target would have to change</strong></p>
      <ul class="small">
      """
      for candidate in share.candidates.prefix(wanted) { "<li>\(changes(candidate.position))</li>" }
      "</ul>"
    }
  }

  /// `Alder Lane: C1 2 pupils, C4 …`
  private func changes(_ position: Int) -> String {
    let school = ambition.results.schools[position]
    if school.verdict == .notSet { return "\(name(school)): \(school.why)" }
    let criteria = ambition.results.criteria(position)
    let parts = school.unmet.map { criterion -> String in
      let index = criterion.rawValue - 1
      if let pupils = school.pupilsNeeded[index] { return "\(criterion.code) \(FigureText.count(pupils, "pupil"))" }
      // What else has to change: a progress target that is missing.
      let unmet = criteria[index].comparisons.filter { $0.outcome == .notMet && $0.pupilsNeeded == nil }
      return "\(criterion.code) " + unmet.map(AmbitionText.comparison).joined(separator: "; ")
    }
    return "\(name(school)): \(parts.joined(separator: ", "))"
  }

  private func quartiles(_ basis: QuartileBasis) -> HTML? {
    guard let rows = area.quartiles[basis] else { return nil }
    let title =
      "\(area.phase.title): ambition by quartile of value added, "
      + (basis == .national ? "nationally" : "among similar schools")
    return PageTable(
      label: title,
      caption:
        "\(title) <span class=\"soft\">schools that met, of those assessed; distance is the median of target minus top-quartile line</span>",
      heads: [
        "Quartile", "All six", PageTable.Head(html: "<abbr title=\"Criteria 1, 2 and 6 together\">C1, 2, 6</abbr>"),
      ]
        + AmbitionCriterion.allCases.map { PageTable.Head(html: "<abbr title=\"\($0.title)\">\($0.code)</abbr>") }
        + ["Distance"]
    ).html {
      for row in rows where row.quartile != nil || row.assessed + row.notAssessable > 0 {
        self.row(row, AmbitionText.quartileTitle(row.quartile))
      }
      row(area.total, "All schools")
    }
  }

  private func row(_ row: QuartileRow, _ name: String) -> HTML {
    func met(_ met: Int, _ assessed: Int) -> String { assessed > 0 ? "\(met) of \(assessed)" : "–" }
    let criteria = (0..<6).map { "<td>\(met(row.metByCriterion[$0], row.assessedByCriterion[$0]))</td>" as HTML }
    let distance = row.medianDistance.value.map { FigureText.signed($0, decimals: 1) + "\u{00A0}pp" } ?? "–"
    let pupils = row.medianDistanceInPupils.value.map { FigureText.signed($0, decimals: 1) + "\u{00A0}pupils" }
    return
      "<tr><th scope=\"row\">\(name)</th><td>\(met(row.met, row.assessed))</td><td>\(met(row.metTogether, row.assessedTogether))</td>\(criteria.joined())<td>\(distance)<small>\(pupils)</small></td></tr>"
  }

  private func chart(_ schools: [SchoolAmbition]) -> HTML? {
    let marks = schools.compactMap { school -> TargetChart.Mark? in
      guard let target = school.target.value, let benchmark = school.benchmark else { return nil }
      return TargetChart.Mark(
        target: target, benchmark: benchmark.percent, cohort: school.cohort ?? 30, quartile: school.nationalQuartile)
    }
    let chart = TargetChart(
      marks: marks, name: "\(area.phase.title) targets for \(PeriodText.year(area.targetYear))",
      table: schools.count <= mostSchools
        ? "the table of every school’s target follows" : "every school is on the page of targets in full"
    ).markup
    return chart.map {
      """
      <figure class="target-chart">
      \($0)
      <figcaption class="small soft">Each mark a school, its size the cohort. Right of the dashed line the target reaches the top-quartile line.
      <span class="key">Value added: \(TargetChart.key)</span></figcaption>
      </figure>
      """
    }
  }

  private func table(_ count: Int) -> HTML {
    HTML {
      """
      <details class="printed">
      <summary>Every school’s target <span class="soft">\(FigureText.count(count, "school"))</span></summary>
      """
      PageTable(
        label: "\(area.phase.title), targets of schools",
        caption: "\(area.phase.title): target, top-quartile line and verdict", isInside: true,
        heads: [
          "School", "Value added", "Target", "Line", "Distance", .words("Verdict, and what is short"),
          .words("Beside the verdict"),
        ]
      ).html {
        for position in area.schools { row(ambition.results.schools[position], ambition.results.facts(position)) }
      }
      "</details>"
    }
  }

  private func row(_ school: SchoolAmbition, _ facts: [TargetFact]) -> HTML {
    let counts = school.targetPupils.flatMap { pupils in school.cohort.map { "\(pupils) of \($0)" } }
    let line = school.benchmark.map {
      FigureText.number($0.percent, decimals: 1) + "%" + ($0.origin == .ownEstimate ? " (own estimate)" : "")
    }
    let distance = school.pupilsBeyondLine.map {
      FigureText.signed(Rational($0), decimals: 0) + "\u{00A0}" + (abs($0) == 1 ? "pupil" : "pupils")
    }
    let target = school.target.value.map { FigureText.number($0, decimals: 1) + "%" }
    let beside = facts.map(\.words).filter { !$0.isEmpty }.joined(separator: "; ")
    return
      "<tr><th scope=\"row\">\(name(school))</th><td>\(AmbitionText.quartile(school.nationalQuartile))</td><td>\(target ?? "not set")<small>\(counts)</small></td><td>\(line ?? "–")</td><td>\(distance ?? "–")</td><td class=\"words\">\(school.verdict.title)\(HTML.small(school.why))</td><td class=\"words\">\(beside)</td></tr>"
  }

  private func exemptions(_ exempt: [SchoolAmbition], of all: Int) -> HTML? {
    guard !exempt.isEmpty else { return nil }
    return HTML {
      """
      <p><strong>Exemptions</strong> <span class="soft">\(exempt.count) of \(FigureText.count(all, "school")), by decision recorded with the target</span></p>
      <ul class="small">
      """
      for school in exempt { "<li>\(exemption(school))</li>" }
      "</ul>"
    }
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
