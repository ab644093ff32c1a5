import HTML
import SchoolStatistics
import TargetAmbition

/// A statement about an authority's targets, with its rule.
struct AmbitionFact {
  var name: String
  var words: String
  var rule: String

  var html: HTML { "<div><dt>\(name)</dt><dd>\(words)\(HTML.small(rule))</dd></div>" }
}

/// Single statements about an authority's targets.
enum AmbitionFacts {
  /// Aggregated target, path, required rate and past success of one phase.
  static func facts(_ area: AreaAmbition, _ content: ReportContent) -> [AmbitionFact] {
    [
      aggregated(area), rate(area, area.requiredForOwnTarget, "its own target"),
      rate(area, area.requiredForNationalTarget, "the national target"),
      trajectory(content.ambition.trajectory(area.place, area.phase)),
      success(content.ambition.success(area.place, area.phase)),
    ].compactMap { $0 }
  }

  private static func fact(_ name: String, _ words: String, _ rule: String) -> AmbitionFact {
    AmbitionFact(name: name, words: words, rule: rule)
  }

  private static func percent(_ value: Rational) -> String { FigureText.number(value, decimals: 1) + "%" }

  private static func aggregated(_ area: AreaAmbition) -> AmbitionFact? {
    let target = area.aggregated
    guard let own = target.percent.value, let coverage = target.coverage else { return nil }
    var words =
      "\(FigureText.count(target.targetPupils)) of \(FigureText.count(target.cohort)) pupils (\(percent(own)))"
    if let gap = target.gap, let national = target.nationalTarget.value {
      words += ", \(FigureText.signed(gap, decimals: 1)) pp against the national target of \(percent(national))"
    }
    var rule =
      "Pupils pooled over \(target.schools) of \(FigureText.count(target.schoolsExpected, "school")), \(percent(coverage)) of the pupils expected"
    if target.schools < target.schoolsExpected, let low = target.lowest.value, let high = target.highest.value {
      rule += "; between \(percent(low)) and \(percent(high)) with the missing ones"
    }
    return fact("Aggregated target", words, rule + ".")
  }

  private static func rate(_ area: AreaAmbition, _ rate: RequiredRate?, _ goal: String) -> AmbitionFact? {
    guard let rate else { return nil }
    let precedent = rate.isUnprecedented ? "; unprecedented" : ""
    return fact(
      "Rise needed for \(goal)",
      "\(FigureText.signed(rate.perYear, decimals: 1)) pp a year from \(percent(rate.latest)) in \(rate.latestYear.title) to \(percent(rate.goal)) in \(rate.goalYear.title)\(precedent)",
      "Called unprecedented above \(FigureText.number(rate.threshold, decimals: 1)) pp a year: \(rate.thresholdReason)."
    )
  }

  /// Left out where no two target years stand side by side: one target shows no direction.
  private static func trajectory(_ trajectory: TargetTrajectory?) -> AmbitionFact? {
    guard let trajectory, let isRising = trajectory.isRising else { return nil }
    let years = trajectory.points.compactMap { point -> String? in
      let target = point.target.value.map { "target \(percent($0))" }
      let actual = point.actual.value.map { "result \(percent($0))" }
      let said = [target, actual].compactMap { $0 }
      return said.isEmpty ? nil : point.year.title + " " + said.joined(separator: ", ")
    }
    return fact(
      "Trajectory", (isRising ? "Rising: " : "Not rising: ") + years.joined(separator: "; "),
      "Rising where no target is below the one of the year before and those ahead are above the latest result.")
  }

  /// What targets for groups of pupils imply, beside today's gap; not scored.
  static func groups(_ area: AreaAmbition, _ content: ReportContent) -> [AmbitionFact] {
    content.ambition.results.groupGaps.filter {
      $0.place == area.place && $0.phase == area.phase && $0.targetYear == area.targetYear
    }.map { gap in
      let today = gap.today.map { "; in \(gap.resultYear.title) it was \(FigureText.number($0, decimals: 1)) pp" } ?? ""
      return fact(
        gap.group.title,
        "gap implied by the targets \(FigureText.number(gap.implied, decimals: 1)) pp (\(percent(gap.groupTarget)) against \(percent(gap.othersTarget)) of other pupils)\(today)",
        "Pupils of \(FigureText.count(gap.schools, "school")) with a target for the group; reported, not scored.")
    }
  }

  private static func success(_ success: TargetSuccess?) -> AmbitionFact? {
    guard let success else { return nil }
    let habit = success.bias < Rational(0) ? "results fall short of targets" : "results reach or pass targets"
    return fact(
      "Past targets",
      "\(success.met) of \(FigureText.count(success.compared)) targets met in \(PeriodText.span(success.years)); results \(FigureText.signed(success.pooledDifference, decimals: 1)) pp (\(FigureText.signed(Rational(success.pooledPupils), decimals: 0)) pupils) against targets",
      "Habit: \(FigureText.signed(success.bias, decimals: 1)) pp a year on average, \(habit).")
  }

  /// National Challenge schools and early years.
  static func more(_ code: LocalAuthorityCode, _ content: ReportContent) -> [AmbitionFact] {
    var found: [AmbitionFact] = []
    if let share = content.ambition.nationalChallenge(code) {
      let unknown = share.areCategoriesKnown ? "" : "; which schools are in an Ofsted category is not known"
      let ceiling = share.ceiling.map { "; the data allow at most \($0.title)" } ?? unknown
      let names = content.ambition.nationalChallengeSchools(code).filter { $0.isOnTrajectory == false }.map { school in
        let known = content.data.schools[school.school]
        return
          "\(known.name) (\(school.latest.value.map(percent) ?? "no result"), \(school.required.value.map(percent) ?? "–") asked for)"
      }
      let off = names.isEmpty ? "" : " Not on trajectory: " + names.joined(separator: "; ") + "."
      let undefined = share.isUndefinedInText ? " Exactly 80%, which the text leaves undefined." : ""
      found.append(
        fact(
          "National Challenge",
          "\(share.onTrajectory) of \(FigureText.count(share.assessed, "school")) on trajectory to be sustainably above the floor\(ceiling)",
          "Below the floor in the base year; on trajectory with a target at the floor and results there or on the line to it.\(undefined)\(off)"
        ))
    }
    if let early = content.ambition.earlyYears(code) {
      func words(_ target: EarlyYearsTarget, _ name: String) -> String {
        guard let actual = target.actual.value, let required = target.required.value else {
          return "\(name) not assessable"
        }
        let outcome =
          switch target.outcome {
          case .exceeds: "past the national target of \(percent(target.goal))"
          case .meets: "on the line to the national target"
          default: "short of the line to the national target"
          }
        return "\(name) \(percent(actual)), \(percent(required)) asked for: \(outcome)"
      }
      found.append(
        fact(
          "Early years targets",
          words(early.threshold, "threshold") + "; " + words(early.gap, "gap")
            + (early.band.map { ". \($0.title)" } ?? ""),
          "Exceed both: Outstanding; meet both: Good; one: some improvement; neither: significant improvement."))
    }
    return found
  }

  /// The fit behind the tool's own estimates.
  static func fit(_ fit: AttainmentFit) -> String {
    let terms = zip(fit.terms, fit.coefficients).map { term, coefficient in
      "\(term.replacing("_", with: " ")) \(FigureText.number(FigureText.rounded(coefficient, 3), decimals: 3))"
    }
    return
      "The tool’s own estimate, \(fit.phase.rawValue) \(fit.year.title): \(FigureText.count(fit.schools, "school")), R² \(FigureText.number(FigureText.rounded(fit.rSquared, 2), decimals: 2)), \(terms.joined(separator: ", "))."
  }
}
