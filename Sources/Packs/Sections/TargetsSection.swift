import Rulebook
import SchoolStatistics
import TargetAmbition

/// Targets: latest, previous best, estimates, the top-quartile line and the six criteria, in pupils.
///
/// Source: rulebook §5.3 and §9.3.
enum TargetsSection {
  static func section(_ evidence: PackEvidence, season: Season) -> PackSection? {
    let targets = evidence.targets.filter { $0.targetYear > evidence.year }
    guard !targets.isEmpty else { return nil }
    let rows = targets.filter { $0.state != .notDue }.map { target in
      PackRow(
        evidence.measureTitles(target.measure), small: String(target.targetYear.ending),
        cells: [
          percent(target.target, pupils: target.targetPupils, of: target.cohort, evidence.minimumCohort),
          PackCell(figure(target.latest), small: target.latestYear?.title ?? ""),
          previousBest(target, evidence),
          PackCell(figure(target.estimateB)),
          benchmark(target),
          distance(target, evidence.minimumCohort),
          verdict(target),
        ])
    }
    var tables: [PackTable] = []
    if season == .autumn, let asks = asks(evidence) { tables.append(asks) }
    if !rows.isEmpty {
      tables.append(
        PackTable(
          caption: "Targets and the lines they are set against", stub: "Target for",
          columns: [
            "Target", "Latest then", "Previous best", "Estimate B", "Top-quartile line", "Pupils to the line",
            "Verdict",
          ], rows: rows))
    }
    if let criteria = criteria(evidence) { tables.append(criteria) }
    if season != .autumn, let asks = asks(evidence) { tables.append(asks) }
    return PackSection(
      id: "targets", title: season == .autumn ? "Targets and options" : "Progress to targets",
      paragraphs: paragraphs(evidence), tables: tables,
      notes: [
        "Top-quartile line: the supplied FFT type D estimate, or else this tool's own estimate from prior attainment and context. All criteria are this tool's tests of the wording in the quality documents; the guidance criterion is a proxy."
      ])
  }

  /// The verdict with its reason, the round ahead, and what stands beside the verdict.
  private static func paragraphs(_ evidence: PackEvidence) -> [String] {
    var paragraphs: [String] = []
    if let target = evidence.newestTarget {
      let isSmall = (target.cohort ?? evidence.minimumCohort) < evidence.minimumCohort
      let why = target.why.isEmpty || isSmall ? "." : ": \(target.why)."
      paragraphs.append("The \(target.targetYear.ending) target is \(target.verdict.title)\(why)")
      let beside = evidence.ambition.facts.map(\.words).filter { !$0.isEmpty }
      if !beside.isEmpty { paragraphs.append("Beside the verdict: \(beside.joined(separator: "; ")).") }
    }
    if let next = evidence.nextTarget, !next.state.isHeld {
      let isDue = next.state == .late
      paragraphs.append(
        "The \(next.targetYear.ending) target is \(isDue ? "not set: " : "not set yet and ")\(next.why).")
    }
    return paragraphs
  }

  /// The pupils that each line asks for in the newest round, the binding one marked, and what the school proposed.
  private static func asks(_ evidence: PackEvidence) -> PackTable? {
    guard let target = evidence.nextTarget, let cohort = target.cohort, cohort >= evidence.minimumCohort,
      !evidence.ambition.asks.isEmpty
    else { return nil }
    var rows = evidence.ambition.asks.map { ask in
      PackRow(
        "\(ask.criterion.code) \(ask.line.name)",
        cells: [
          PackCell(ask.line.figureInWords), PackCell(ask.pupils.map { "at least \($0)" } ?? "more than \(cohort)"),
          PackCell(target.targetPupils.flatMap { set in ask.pupils.map { difference(set - $0) } } ?? "none set"),
          PackCell(ask.isBinding ? "asks for most" : ""),
        ])
    }
    rows.append(
      PackRow(
        target.state.isHeld ? "Target set" : "Target", small: target.state.title,
        cells: [
          PackCell(target.target.value.map { $0.text(decimals: 1) + "%" } ?? "none"),
          PackCell(target.targetPupils.map { "\($0) of \(cohort)" } ?? "none"),
          PackCell(target.pupilsBeyondAsked.map(difference) ?? "none set"), PackCell(""),
        ]))
    let asked = target.pupilsAskedInAll.map { "at least \($0) of \(cohort) pupils" } ?? "more than the cohort"
    return PackTable(
      caption: "To be ambitious in \(target.targetYear.ending) (\(evidence.measureTitles(target.measure))): \(asked)",
      stub: "Line", columns: ["Line", "Pupils of \(cohort)", "Target less line", "Binding"], rows: rows)
  }

  private static func difference(_ pupils: Int) -> String {
    pupils < 0 ? "\(-pupils) short" : pupils == 0 ? "reached" : "\(pupils) above"
  }

  /// The school's one verdict stands with its headline target; a progress target says what it falls short of.
  private static func verdict(_ target: SchoolAmbition) -> PackCell {
    if target.isHeadline { return PackCell(target.verdict.title) }
    return PackCell(target.why.isEmpty ? "no shortfall" : target.why)
  }

  /// The six criteria for the newest headline target, failed ones first, with the numbers compared.
  private static func criteria(_ evidence: PackEvidence) -> PackTable? {
    guard let target = evidence.newestTarget, target.state.isHeld, !evidence.criteria.isEmpty else { return nil }
    let isSmall = (target.cohort ?? evidence.minimumCohort) < evidence.minimumCohort
    let rows = target.criteriaInOrder.map { criterion in
      let result = evidence.criteria[criterion.rawValue - 1]
      return PackRow(
        "\(result.criterion.code) \(result.criterion.title)",
        cells: [
          PackCell(result.outcome.title),
          PackCell(isSmall ? "too few" : comparisons(result)),
          PackCell(needed(result, isSmall: isSmall)),
        ])
    }
    return PackTable(
      caption: "Six criteria for the \(target.targetYear.ending) target (\(evidence.measureTitles(target.measure)))",
      stub: "Criterion",
      columns: ["Outcome", "Numbers compared", "Pupils needed"], rows: rows)
  }

  private static func needed(_ result: CriterionResult, isSmall: Bool) -> String {
    switch result.outcome {
    case .met: "none"
    case .notAssessable: "–"
    case .notMet: result.pupilsNeeded.map { isSmall ? "too few" : String($0) } ?? "not a matter of pupils"
    }
  }

  private static func comparisons(_ result: CriterionResult) -> String {
    if result.comparisons.isEmpty { return result.reason }
    let made = result.comparisons.filter { $0.outcome != .notAssessable }
      .sorted { ($0.outcome == .notMet ? 0 : 1) < ($1.outcome == .notMet ? 0 : 1) }
    guard !made.isEmpty else { return result.reason.isEmpty ? "nothing to compare" : result.reason }
    return made.map { comparison in
      let decimals = comparison.decimalsApart
      let left = comparison.left.words(decimals: decimals)
      guard let right = comparison.right else { return left }
      if comparison.asksForNone {
        return comparison.outcome == .met ? "\(comparison.left.name) none" : "\(left), none asked for"
      }
      return "\(left) \(comparison.signAsItStands) \(right.words(decimals: decimals))"
    }.joined(separator: "; ")
  }

  private static func percent(_ figure: Figure, pupils: Int?, of cohort: Int?, _ minimum: Int) -> PackCell {
    guard let value = figure.value else { return PackCell("not set") }
    if let cohort, cohort < minimum { return PackCell("too few") }
    let small = if let pupils, let cohort { "\(pupils) of \(cohort)" } else { "" }
    return PackCell(value.text(decimals: 1) + "%", small: small)
  }

  private static func figure(_ figure: Figure) -> String {
    figure.value.map { $0.text(decimals: 1) + "%" } ?? figure.reason?.title ?? "not available"
  }

  private static func previousBest(_ target: SchoolAmbition, _ evidence: PackEvidence) -> PackCell {
    guard let indicator = evidence.indicatorID(of: target.measure) else { return PackCell("not available") }
    let rows = (0...3).compactMap { evidence.row(indicator, target.roundYear - $0) }
      .filter { ($0.cohort ?? 0) >= evidence.minimumCohort && $0.value.value.value != nil }
    guard let best = rows.max(by: { $0.value.value.value! < $1.value.value.value! }), let percent = best.percent else {
      return PackCell("not available")
    }
    return PackCell(percent.text + "%", small: best.value.year.title)
  }

  private static func benchmark(_ target: SchoolAmbition) -> PackCell {
    guard let line = target.benchmark else { return PackCell("not available") }
    return PackCell(
      line.percent.text(decimals: 1) + "%", small: line.origin == .estimateD ? "FFT type D" : "own estimate")
  }

  private static func distance(_ target: SchoolAmbition, _ minimum: Int) -> PackCell {
    guard let pupils = target.pupilsBeyondLine, let cohort = target.cohort, cohort >= minimum else {
      return PackCell("not available")
    }
    return PackCell(difference(pupils))
  }
}

extension ComparedFigure {
  /// The figure of a line without its name.
  var figureInWords: String {
    guard let number = value.value else { return value.reason?.title ?? "missing" }
    switch unit {
    case .percent: return number.text(decimals: decimals ?? 1) + "%"
    case .percentagePoints: return number.text(decimals: decimals ?? 1).signed + " points"
    case .pupils: return number.text(decimals: number.isWhole ? 0 : 1) + " pupils"
    case .date: return ""
    }
  }

  /// `target 69.0% (20 of 29)`
  func words(decimals: Int) -> String {
    guard let number = value.value else { return "\(name) \(value.reason?.title ?? "missing")" }
    switch unit {
    case .percent:
      let counts = if let pupils, let cohort { " (\(pupils) of \(cohort))" } else { "" }
      return "\(name) \(number.text(decimals: decimals))%\(counts)"
    case .percentagePoints: return "\(name) \(number.text(decimals: 1).signed) points"
    case .pupils: return "\(name) \(number.text(decimals: 0)) pupils"
    case .date:
      let day = Int(number.numerator / number.denominator)
      return CalendarDate(year: day / 10000, month: day / 100 % 100, day: day % 100).map { "\(name) \($0.words)" }
        ?? name
    }
  }
}
