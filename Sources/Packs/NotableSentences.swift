import SchoolStatistics

/// Chooses the sentences of page one.
enum NotableSentences {
  /// Sentences on page one (what-users-ask: one page, at most about six).
  static let most = 6
  /// Sentences on one topic, so that one weak result does not fill the page.
  static let mostOnTopic = 2

  struct Choice: Sendable {
    /// On page one, heaviest first.
    var sentences: [PackSentence]
    var enquiries: [LineOfEnquiry]
    /// Everything that some rule raised, chosen or not, heaviest first.
    var raised: [PackSentence]
  }

  static func choose(_ evidence: PackEvidence, season: Season, rules: [any NotableRule] = NotableRules.all) -> Choice {
    var raised: [(sentence: PackSentence, enquiry: String)] = []
    var superseded: Set<String> = []
    for rule in rules {
      guard let notable = rule.notable(in: evidence), holds(notable, evidence) else { continue }
      superseded.formUnion(rule.supersedes)
      raised.append((sentence(rule, notable, evidence, season), notable.enquiry))
    }
    raised = raised.filter { !superseded.contains($0.sentence.rule) }
    raised.sort { ($1.sentence.weight, $0.sentence.rule) < ($0.sentence.weight, $1.sentence.rule) }
    var chosen: [PackSentence] = []
    var enquiries: [LineOfEnquiry] = []
    var used: [PackTopic: Int] = [:]
    for (sentence, enquiry) in raised where chosen.count < most && used[sentence.topic, default: 0] < mostOnTopic {
      used[sentence.topic, default: 0] += 1
      chosen.append(sentence)
      enquiries.append(LineOfEnquiry(rule: sentence.rule, question: enquiry))
    }
    return Choice(sentences: chosen, enquiries: enquiries, raised: raised.map(\.sentence))
  }

  /// All comparisons hold and enough pupils stand behind the sentence.
  private static func holds(_ notable: Notable, _ evidence: PackEvidence) -> Bool {
    if let pupils = notable.pupils, pupils < evidence.minimumCohort { return false }
    return notable.tests.allSatisfy { $0.holds(in: evidence) }
  }

  private static func sentence(
    _ rule: any NotableRule, _ notable: Notable, _ evidence: PackEvidence, _ season: Season
  ) -> PackSentence {
    let subject =
      notable.subject?.cell("value") ?? notable.targetSubject
      ?? FigureReference(.schools, "", evidence.year, column: "")
    return PackSentence(
      rule: rule.id, topic: rule.topic, tone: rule.tone, weight: rule.weight + season.emphasis(on: rule.topic),
      lead: notable.lead.parts, rest: notable.rest.parts, because: notable.because, tests: notable.tests,
      subject: subject,
      pupils: notable.pupils, isPooled: notable.isPooled,
      picture: notable.subject.flatMap { evidence.picture(of: $0, isPooled: notable.isPooled) })
  }
}

extension Season {
  /// What the visit is about comes a little sooner (rulebook §9.3).
  func emphasis(on topic: PackTopic) -> Int {
    switch (self, topic) {
    case (.autumn, .attainment), (.autumn, .targets): 5
    case (.spring, .groups), (.spring, .attendance): 10
    case (.spring, .progress), (.summer, .progress): 5
    case (.summer, .targets): 10
    default: 0
    }
  }
}
