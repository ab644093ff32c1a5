import SchoolStatistics

/// How much a school needs its partner's time: the order of an index, with its reasons.
///
/// The tool's own order (no document gives one): the weights of the status flags, and a fifth of the weight of
/// each concern on page one. Intervention in inverse proportion to success (KENT, section 2).
enum SchoolNeed {
  static func need(flags: [PackFlag], sentences: [PackSentence]) -> PackNeed {
    let concerns = sentences.filter { $0.tone == .concern }
    let score = flags.reduce(0) { $0 + $1.weight } + concerns.reduce(0) { $0 + $1.weight / 5 }
    var reasons = flags.filter { $0.weight >= 12 }.map(\.title)
    reasons += concerns.prefix(3).map { $0.lead.map(\.text).joined().trimmingColon }
    return PackNeed(score: score, reasons: reasons)
  }
}

extension String {
  fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
