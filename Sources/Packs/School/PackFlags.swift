import Indicators
import SchoolStatistics
import TargetAmbition

/// The status marks of a school, heaviest first.
///
/// Source: issue of the packs; rulebook §1.5 (floor), §2 (coasting), §9.5 (categories); Kent Improvement Partner
/// Handbook 2009-2010, section 2 (triggers for concern: significant under-performance that is not recognised,
/// lacking leadership capacity, at risk of an adverse inspection). The first and the last are read from data by this
/// tool's own tests, which the reasons state; that leadership lacks capacity only a person can say, never a grade.
enum PackFlags {
  static func flags(
    _ evidence: PackEvidence, counted: [CountedSchool], measures: [Measure: MeasureDefinition],
    inspections: [Inspection], target: SchoolAmbition?,
    raised: [PackSentence]
  ) -> [PackFlag] {
    var flags: [PackFlag] = []
    if let latest = inspections.first, let category = latest.category {
      flags.append(
        PackFlag(
          id: "in-category", title: category.title, reason: "Inspected on \(latest.date.words).",
          weight: category == .specialMeasures ? 60 : 50))
    }
    for school in counted where school.indicator.hasSuffix("below-floor") {
      let isNow = school.year == evidence.year
      flags.append(
        PackFlag(
          id: "below-floor", title: isNow ? "Below floor" : "Below floor \(school.year.ending)",
          reason: sentence(school.testsInWords(measures)), weight: isNow ? 40 : 5))
    }
    for school in counted where school.indicator.hasSuffix("coasting") && school.year == evidence.year {
      flags.append(
        PackFlag(id: "coasting", title: "Coasting", reason: sentence(school.testsInWords(measures)), weight: 25))
    }
    let isLow = raised.contains { $0.tone == .concern && ($0.topic == .attainment || $0.topic == .progress) }
    let isUnambitious = target?.verdict == .notMet
    if let target, isUnambitious {
      flags.append(
        PackFlag(
          id: "target-not-ambitious", title: "Target not ambitious",
          reason: sentence(["the \(target.targetYear.ending) target: \(target.why)"]), weight: 15))
    }
    if let next = evidence.nextTarget, next.verdict == .notSet {
      flags.append(
        PackFlag(
          id: "target-not-set", title: "Target not set",
          reason: sentence(["the \(next.targetYear.ending) target: \(next.why)"]), weight: 15))
    }
    if isLow && isUnambitious {
      flags.append(
        PackFlag(
          id: "trigger-recognition", title: "Trigger: under-performance not met by ambition",
          reason: "Attainment or progress is notably low and the target does not answer it.", weight: 15))
    }
    if let latest = inspections.first, let grade = latest.overall, grade >= 3, latest.category == nil, isLow {
      flags.append(
        PackFlag(
          id: "trigger-inspection", title: "Trigger: risk of an adverse inspection",
          reason: "Last judged \(latest.words(grade)), and attainment or progress is notably low.", weight: 20))
    }
    return flags.sorted { ($1.weight, $0.title) < ($0.weight, $1.title) }
  }

  private static func sentence(_ tests: [String]) -> String {
    guard !tests.isEmpty else { return "" }
    let text = tests.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
