import SchoolStatistics
import TargetAmbition

/// Targets: latest, previous best, estimates, the top-quartile line and the six criteria, in pupils.
///
/// Source: rulebook §5.3 and §9.3.
enum TargetsSection {
  static func section(_ evidence: PackEvidence, season: Season) -> PackSection? {
    let targets = evidence.targets.filter { $0.targetYear > evidence.year }
    guard !targets.isEmpty else { return nil }
    let titles = evidence.measureTitles
    let rows = targets.map { target in
      PackRow(
        titles(target.measure), small: String(target.targetYear.ending),
        cells: [
          percent(target.target, pupils: target.targetPupils, of: target.cohort, evidence.minimumCohort),
          PackCell(figure(target.latest), small: target.latestYear?.title ?? ""),
          previousBest(target, evidence),
          PackCell(figure(target.estimateB)),
          benchmark(target),
          distance(target, evidence.minimumCohort),
          PackCell(target.verdict.title),
        ])
    }
    var tables = [
      PackTable(
        caption: "Targets and the lines they are set against", stub: "Target for",
        columns: [
          "Target", "Latest then", "Previous best", "Estimate B", "Top-quartile line", "Pupils to the line", "Verdict",
        ], rows: rows)
    ]
    if let criteria = criteria(evidence) { tables.append(criteria) }
    return PackSection(
      id: "targets", title: season == .autumn ? "Targets and options" : "Progress to targets", tables: tables,
      notes: [
        "Top-quartile line: the supplied FFT type D estimate, or else this tool's own estimate from prior attainment and context. All criteria are this tool's tests of the wording in the quality documents; the guidance criterion is a proxy."
      ])
  }

  /// The six criteria for the newest headline target, with the numbers compared.
  private static func criteria(_ evidence: PackEvidence) -> PackTable? {
    guard let target = evidence.newestTarget, !evidence.criteria.isEmpty else { return nil }
    let isSmall = (target.cohort ?? evidence.minimumCohort) < evidence.minimumCohort
    let rows = evidence.criteria.map { result in
      PackRow(
        "\(result.criterion.code) \(result.criterion.title)",
        cells: [
          PackCell(result.outcome.title),
          PackCell(isSmall ? "too few" : comparisons(result)),
          PackCell(
            result.pupilsNeeded.map { $0 == 0 ? "none" : isSmall ? "too few" : "\($0)" } ?? "not a matter of pupils"),
        ])
    }
    return PackTable(
      caption: "Six criteria for the \(target.targetYear.ending) target (\(evidence.measureTitles(target.measure)))",
      stub: "Criterion",
      columns: ["Outcome", "Numbers compared", "Pupils needed"], rows: rows)
  }

  private static func comparisons(_ result: CriterionResult) -> String {
    if result.comparisons.isEmpty { return result.reason }
    let made = result.comparisons.filter { $0.outcome != .notAssessable }
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
    guard let pupils = target.distanceInPupils, let cohort = target.cohort, cohort >= minimum else {
      return PackCell("not available")
    }
    let text = pupils.magnitude.text(decimals: 1)
    return PackCell(pupils < Rational(0) ? "\(text) short" : "\(text) above")
  }
}

extension ComparedFigure {
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
