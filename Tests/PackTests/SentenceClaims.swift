import Foundation
import Testing

/// What a sentence claims, read from its plain text alone, and whether its own figures bear it out.
enum SentenceClaims {
  /// A form of sentence: its figures, in order, and what they must be to each other.
  private struct Form: Sendable {
    let pattern: String
    let holds: @Sendable ([Double]) -> Bool
    init(_ words: String, _ holds: @escaping @Sendable ([Double]) -> Bool) {
      pattern =
        "^"
        + NSRegularExpression.escapedPattern(for: words).replacingOccurrences(of: "#", with: "(\\d+(?:\\.\\d+)?)")
        .replacingOccurrences(of: "~", with: ".*?") + "\\.?$"
      self.holds = holds
    }

    func figures(in text: String) -> [Double]? {
      guard let expression = try? NSRegularExpression(pattern: pattern),
        let match = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
      else { return nil }
      return (1..<match.numberOfRanges).map { Double(text[Range(match.range(at: $0), in: text)!])! }
    }
  }

  /// `#` stands for a number, `~` for any words. A share is told as two counts and its percentage.
  private static let forms = [
    Form("Fewer pupils than in England ~: # of #~ (#%), England #%") { $0[2] < $0[3] },
    Form("~: # of #~ (#%), above England (#%)") { $0[2] > $0[3] },
    Form("~: # of #~ (#%) ~, below the same group in England (#%)") { $0[2] < $0[3] },
    Form("~: # of #~ (#%) ~, above the same group in England (#%)") { $0[2] > $0[3] },
    Form("Below England three years running: over those years # of # pupils (#%) ~; England #%") { $0[2] < $0[3] },
    Form("Attainment fell from #% to #%: # of # pupils ~, after # of # in #") {
      $0[1] < $0[0] && isShare($0, [1, 2, 3]) && isShare($0, [0, 4, 5])
    },
    Form("Attainment rose from #% to #%: # of # pupils ~, after # of # in #") {
      $0[1] > $0[0] && isShare($0, [1, 2, 3]) && isShare($0, [0, 4, 5])
    },
    Form("Below the school's own best: # of # pupils (#%) ~, against #% in #") { $0[2] < $0[3] },
    Form("Below the floor: # of # pupils (#%) ~; England #%") { _ in true },
    Form("~ are behind ~: # of # (#%) against # of # (#%) ~; England #% and #%") {
      $0[2] < $0[5] && $0[5] - $0[2] > $0[7] - $0[6] - 0.11
    },
    Form(
      "Pupils eligible for free school meals do less well than such pupils in England: # of #~ (#%) ~; in England #% of such pupils and #% of other pupils"
    ) { $0[2] < $0[3] },
    Form("More pupils than in England ~: # of #~ (#%), England #%") { $0[2] > $0[3] },
    Form("Persistent absence is above England: # of #~ (#%) ~, England #%") { $0[2] > $0[3] },
    Form("Persistent absence is below England: # of #~ (#%) ~, England #%") { $0[2] < $0[3] },
    Form("Attainment hides slow progress: # of #~ (#%) ~ (England #%) and # of #~ (#%) in maths (England #%)") {
      $0[2] < $0[3] && $0[6] < $0[7]
    },
    Form(
      "Not every pupil is expected to make the expected progress by #: in the weaker subject the targets leave out # of a cohort of #"
    ) { $0[1] > 0 && $0[1] <= $0[2] },
    Form("The # target is ambitious: #% (# of # pupils ~), top-quartile line #%") { $0[1] >= $0[4] },
    Form("The target was beaten by far: # of # pupils (#%) ~ in #, target #%") { $0[2] > $0[4] },
    Form("The target was missed by far: # of # pupils (#%) ~ in #, target #%") { $0[2] < $0[4] },
    Form("The # target is below what prior attainment suggests: #% (# of # pupils ~), estimate #%") { $0[1] < $0[4] },
    Form("The # target is below the school's own best: #% (# of # pupils ~)") { _ in true },
    Form("The # target is #%: # of # pupils ~; the top-quartile line is #%, pupils short: #") {
      $0[1] < $0[4] && $0[5] >= 1
    },
    Form("The # target is no higher than the result of #: #% (# of # pupils ~) against #%") { $0[2] <= $0[5] },
    Form("The # target has already been passed: #% of pupils ~; # of # (#%) did in #") {
      $0[1] < $0[4] && isShare($0, [4, 2, 3])
    },
    Form("No target for # has been supplied for the headline measure") { _ in true },
    Form("Value added is in the ~ quarter of schools in #") { _ in true },
    Form("Value added is in the highest quarter of schools in #: quartile # of England~") { $0[1] == 1 },
    Form("Value added is in the lowest quarter of schools in #: quartile # of England~") { $0[1] == 4 },
  ]

  private static func isShare(_ figures: [Double], _ positions: [Int]) -> Bool {
    abs(figures[positions[0]] - 100 * figures[positions[1]] / figures[positions[2]]) <= 0.0501
  }

  /// Claims that the text makes and its figures do not bear out; a wording that is none of the known is one too.
  static func problems(in text: String) -> [String] {
    let read = forms.compactMap { form in form.figures(in: text).map { (form, $0) } }
    if read.isEmpty { return ["no claim is known of '\(text)'"] }
    var found = read.contains { form, figures in form.holds(figures) } ? [] : ["its figures do not bear out '\(text)'"]
    for match in text.matches(of: #/(\d+) of (\d+)(?: pupils)?(?: over (?:two|three) years)? \((\d+\.\d)%\)/#) {
      guard let part = Double(match.1), let of = Double(match.2), let percent = Double(match.3) else { continue }
      if abs(100 * part / of - percent) > 0.0501 { found.append("\(match.0) is no share") }
    }
    return found
  }
}

@Suite struct SentenceClaimTests {
  @Test func `a claim that its figures do not bear out is noticed`() {
    #expect(
      SentenceClaims.problems(in: "Fewer pupils than in England reached level 4: 18 of 29 (62.1%), England 71.8%.")
        .isEmpty)
    for wrong in [
      "Most pupils reached level 4: 18 of 29 (62.1%), above England (71.8%).",
      "Fewer pupils than in England reached level 4: 18 of 29 (65.1%), England 71.8%.",
      "Fewer pupils than in England reached level 4: 18 of 29 (62.1%), England 51.8%.",
      // Praise opens no bad news.
      "A majority of pupils reached level 4: 18 of 29 (62.1%), below England (71.8%).",
      "Attainment fell from 62.1% to 71.8%: 28 of 39 pupils reached level 4, after 18 of 29 in 2008.",
      "A sentence that nobody has read before.",
    ] {
      #expect(!SentenceClaims.problems(in: wrong).isEmpty, "\(wrong)")
    }
  }
}
