import SchoolStatistics

/// The text of a sentence with its numbers kept apart from its words: `"\(row.numerator) of \(row.denominator)"`.
struct Wording: ExpressibleByStringInterpolation {
  var parts: [SentencePart]

  init(stringLiteral value: String) { parts = [.words(value)] }
  init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  struct Interpolation: StringInterpolationProtocol {
    var parts: [SentencePart] = []
    init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }
    mutating func appendLiteral(_ literal: String) { if !literal.isEmpty { parts.append(.words(literal)) } }
    mutating func appendInterpolation(_ number: PackNumber) { parts.append(.number(number)) }
    mutating func appendInterpolation(_ year: AcademicYear) { parts.append(.year(year)) }
    /// The name of a measure or a group, which may hold digits.
    mutating func appendInterpolation(name: String) { parts.append(.name(name)) }
    /// Words chosen by the rule; no digits.
    mutating func appendInterpolation(words: String) { if !words.isEmpty { parts.append(.words(words)) } }
    mutating func appendInterpolation(_ wording: Wording) { parts += wording.parts }
  }
}
