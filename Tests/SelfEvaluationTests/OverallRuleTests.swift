import TargetAmbition
import TestSupport
import Testing

@testable import SelfEvaluation

/// Ratings of strands make those of phases, and these an overall one.
@Suite struct OverallRuleTests {
  private func cells(_ codes: String) -> [StrandRating] {
    codes.split(separator: " ").map { code in
      code == "-"
        ? .notStated
        : code == "NA"
          ? .notApplicable : AmbitionBand.allCases.first { $0.code == code }.map { .rated($0) } ?? .notStated
    }
  }

  /// "Any Borough" of the quality standards of 2009. Rulebook §13 vector 9.
  @Test(arguments: OverallRule.allCases) func `each rule gives the published example`(_ rule: OverallRule) {
    let first = ["G G OS NA NI", "NI NI G G G", "G G OS G G"].map(cells)
    let second = ["G NA NA G SI", "NI G G G G", "NI G NI G G"].map(cells)
    #expect(first.map(rule.phase) == [.rated(.good), .rated(.needsSomeImprovement), .rated(.good)])
    #expect(
      second.map(rule.phase) == [.rated(.needsSomeImprovement), .rated(.good), .rated(.needsSomeImprovement)])
    #expect(rule.overall(first) == .rated(.good))
    #expect(rule.overall(second) == .rated(.needsSomeImprovement))
  }

  @Test(arguments: [
    ("G G G SI", [AmbitionBand.needsSomeImprovement, .good, .needsSomeImprovement]),
    ("G G NI", [.good, .needsSomeImprovement, .needsSomeImprovement]),
    ("OS OS G", [.outstanding, .outstanding, .outstanding]),
    ("OS G", [.good, .good, .good]),
    ("SI SI G G", [.needsSignificantImprovement, .needsSignificantImprovement, .needsSignificantImprovement]),
  ]) func `the rules part where the example does not tell`(_ codes: String, _ ratings: [AmbitionBand]) {
    #expect(OverallRule.allCases.map { $0.phase(cells(codes)) } == ratings.map { .rated($0) })
  }

  @Test func `what is not stated makes nothing complete, and what does not apply counts nowhere`() {
    for rule in OverallRule.allCases {
      #expect(rule.phase(cells("G - G -")) == .incomplete(missing: 2))
      #expect(rule.phase(cells("NA NA")) == .notApplicable)
      #expect(rule.overall([cells("G G"), cells("G -")]) == .incomplete(missing: 1))
    }
    // Of two phases the worse.
    #expect(OverallRule.fewBelow.overall([cells("G G"), cells("NI NI")]) == .rated(.needsSomeImprovement))
  }

  @Test func `the strands of the standards are those of the file`() throws {
    let rules = try SelfEvaluationRules(referenceFolder: ProjectFolders.reference)
    #expect(rules.strands.map(\.id) == (1...2).flatMap { theme in (1...5).map { "\(theme).\($0)" } })
    #expect(rules.strands.filter { !$0.isOf(.earlyYears) }.map(\.id) == ["1.4", "2.2", "2.3"])
    #expect(rules.strands.allSatisfy { $0.isOf(.primary) && $0.isOf(.secondary) })
  }
}
