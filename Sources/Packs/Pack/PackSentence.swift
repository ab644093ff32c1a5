import SchoolStatistics

/// A number in a sentence, with the cell it comes from.
public struct PackNumber: Hashable, Sendable {
  /// As the table writes it, without a sign where the words give the direction: `9.7`.
  public var text: String
  public var reference: FigureReference
  public init(text: String, reference: FigureReference) { (self.text, self.reference) = (text, reference) }
}

/// A piece of a sentence. Words carry no digits: every digit is a number with its cell, a year, or part of
/// the name of a measure ("level 4").
public enum SentencePart: Hashable, Sendable {
  case words(String)
  case number(PackNumber)
  case year(AcademicYear)
  case name(String)

  public var text: String {
    switch self {
    case .words(let text), .name(let text): text
    case .number(let number): number.text
    case .year(let year): String(year.ending)
    }
  }
}

/// What a sentence is about. Page one carries at most two sentences on one topic.
public enum PackTopic: String, CaseIterable, Sendable {
  case status, attainment, progress, groups, attendance, targets

  public var title: String {
    switch self {
    case .status: "Status"
    case .attainment: "Attainment"
    case .progress: "Progress"
    case .groups: "Groups"
    case .attendance: "Attendance"
    case .targets: "Targets"
    }
  }
}

/// Whether a sentence calls for a question or for praise.
public enum PackTone: String, Sendable { case concern, strength }

/// A sentence on what is notable, with the rule that raised it and what that rule compared.
public struct PackSentence: Sendable {
  /// Id of the rule, `attainment-below-england`.
  public var rule: String
  public var topic: PackTopic
  public var tone: PackTone
  /// Heavier sentences stand first.
  public var weight: Int
  /// The message, set in bold.
  public var lead: [SentencePart]
  /// Comparator and cohort.
  public var rest: [SentencePart]
  /// The rule in words with its thresholds: "Rule: significantly below England at 95%, cohort 11 or more."
  public var because: String
  /// Every comparison that the rule made; all hold.
  public var tests: [RuleTest]
  /// The row that the sentence is about, for the picture beside it.
  public var subject: FigureReference
  /// Pupils that the sentence rests on.
  public var pupils: Int?
  /// True where three years are pooled.
  public var isPooled: Bool
  public var picture: PackPicture?

  public init(
    rule: String, topic: PackTopic, tone: PackTone, weight: Int, lead: [SentencePart], rest: [SentencePart],
    because: String, tests: [RuleTest], subject: FigureReference, pupils: Int?, isPooled: Bool,
    picture: PackPicture? = nil
  ) {
    (self.rule, self.topic, self.tone, self.weight, self.lead, self.rest) = (rule, topic, tone, weight, lead, rest)
    (self.because, self.tests, self.subject) = (because, tests, subject)
    (self.pupils, self.isPooled, self.picture) = (pupils, isPooled, picture)
  }

  /// All parts in reading order.
  public var parts: [SentencePart] { lead + rest }
  /// The sentence as plain text.
  public var text: String { parts.map(\.text).joined() }
  /// The cells that the sentence draws on.
  public var numbers: [PackNumber] { parts.compactMap { if case .number(let number) = $0 { number } else { nil } } }
}
