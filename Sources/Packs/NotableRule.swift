import SchoolStatistics

/// What a rule would say about a school.
struct Notable: Sendable {
  /// Every comparison that has to hold; the engine checks them all before the sentence is used.
  var tests: [RuleTest]
  var lead: Wording
  var rest: Wording
  /// The rule in words, with its thresholds.
  var because: String
  /// The question that follows.
  var enquiry: String
  var subject: FigureRow?
  /// The row of `target-ambition-schools.csv` that the sentence is about, where it is not one of `schools.csv`.
  var targetSubject: FigureReference?
  var pupils: Int?
  var isPooled = false
}

/// A rule that may find something notable about a school.
///
/// A rule reads cells, says which comparisons must hold and words the sentence. It never decides alone:
/// `NotableSentences` repeats its comparisons and guards the smallest cohort.
protocol NotableRule: Sendable {
  /// Stable: `attainment-below-england`.
  var id: String { get }
  var topic: PackTopic { get }
  var tone: PackTone { get }
  /// 0 to 100; heavier sentences come first.
  var weight: Int { get }
  /// Rules that say less of the same: left out where this one speaks.
  var supersedes: [String] { get }
  /// Nil where the figures that the rule reads are not there.
  func notable(in evidence: PackEvidence) -> Notable?
}

extension NotableRule {
  var supersedes: [String] { [] }
}
