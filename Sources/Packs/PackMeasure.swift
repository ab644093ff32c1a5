import SchoolStatistics

/// What an indicator is to a pack: its part in the story and the words that follow a number of pupils.
struct PackMeasure: Hashable, Sendable {
  enum Role: String, Sendable {
    /// The headline that floors and targets are about.
    case attainment
    /// Further attainment measures, shown as evidence.
    case alsoAttainment
    case progressEnglish, progressMaths
    /// Shares that should be small: below level 3, no passes.
    case lowAttainment
    case persistentAbsence
    /// Half days missed, of half days possible.
    case absence
    /// Scores that are not shares of pupils.
    case score
  }

  var indicator: String
  var phase: Phase
  var role: Role
  /// After "18 of 29 pupils": `reached level 4 in English and maths`.
  var achieved: String

  /// After "20 of 26 pupils", for a target: `to reach level 4 in English and maths`.
  var toAchieve: String {
    for (past, future) in [("reached", "to reach"), ("gained", "to gain"), ("made", "to make")]
    where achieved.hasPrefix(past) {
      return future + achieved.dropFirst(past.count)
    }
    return "with \(achieved)"
  }

  /// All measures that packs know, in the order of the evidence.
  ///
  /// Where several have the role of attainment, the first with a result in the year is the headline.
  static let all: [PackMeasure] = [
    .init(
      indicator: "ey-threshold", phase: .earlyYears, role: .alsoAttainment,
      achieved: "reached a good level of development"),
    .init(indicator: "ks2-l4-em", phase: .primary, role: .attainment, achieved: "reached level 4 in English and maths"),
    .init(
      indicator: "ks2-l4-rwm", phase: .primary, role: .attainment,
      achieved: "reached level 4 in reading, writing and maths"),
    .init(
      indicator: "ks2-rwm-expected", phase: .primary, role: .attainment,
      achieved: "reached the expected standard in reading, writing and maths"),
    .init(
      indicator: "ks2-2lp-english", phase: .primary, role: .progressEnglish,
      achieved: "made two levels of progress in English"),
    .init(
      indicator: "ks2-2lp-maths", phase: .primary, role: .progressMaths,
      achieved: "made two levels of progress in maths"),
    .init(
      indicator: "ks2-below-l3-english", phase: .primary, role: .lowAttainment,
      achieved: "were below level 3 in English"),
    .init(
      indicator: "ks2-below-l3-maths", phase: .primary, role: .lowAttainment, achieved: "were below level 3 in maths"),
    .init(
      indicator: "ks4-5ac-em", phase: .secondary, role: .attainment,
      achieved: "gained five or more A*-C grades with English and maths"),
    .init(
      indicator: "ks4-em-94", phase: .secondary, role: .attainment,
      achieved: "gained grades 9 to 4 in English and maths"),
    .init(
      indicator: "ks4-em-95", phase: .secondary, role: .alsoAttainment,
      achieved: "gained grades 9 to 5 in English and maths"),
    .init(
      indicator: "ks4-ac-em", phase: .secondary, role: .alsoAttainment,
      achieved: "gained A*-C in both English and maths"),
    .init(
      indicator: "ks4-3lp-english", phase: .secondary, role: .progressEnglish,
      achieved: "made three levels of progress in English"),
    .init(
      indicator: "ks4-3lp-maths", phase: .secondary, role: .progressMaths,
      achieved: "made three levels of progress in maths"),
    .init(indicator: "ks4-no-passes", phase: .secondary, role: .lowAttainment, achieved: "left with no passes"),
    .init(indicator: "ks4-attainment-8", phase: .secondary, role: .score, achieved: "Attainment 8"),
    .init(indicator: "ks4-progress-8", phase: .secondary, role: .score, achieved: "Progress 8"),
    .init(
      indicator: "persistent-absence-primary", phase: .primary, role: .persistentAbsence,
      achieved: "were persistently absent"),
    .init(
      indicator: "persistent-absence-secondary", phase: .secondary, role: .persistentAbsence,
      achieved: "were persistently absent"),
    .init(indicator: "absence-primary", phase: .primary, role: .absence, achieved: "half days missed"),
    .init(indicator: "absence-secondary", phase: .secondary, role: .absence, achieved: "half days missed"),
  ]
}
