import Testing

@Suite struct TargetTests {
  @Test func `Targets keep to their cohorts and estimates to their order`() throws {
    for row in try SampleTable("targets.csv").rows {
      #expect(row.count("round_year") == row.count("target_year").map { $0 - 2 })
      #expect((0...100).contains(try #require(row.number("target_percent"))))
      if let cohort = row.count("cohort"), let pupils = row.count("target_pupils") {
        #expect(pupils <= cohort)
        #expect(abs(try #require(row.number("target_percent")) - 100 * Double(pupils) / Double(cohort)) <= 0.0500001)
      }
      if let lower = row.number("estimate_b"), let upper = row.number("estimate_d") { #expect(lower <= upper) }
      if let matched = row.count("matched"), let below = row.count("predicted_below_expected") {
        #expect(below <= matched)
      }
      #expect((row["exceptional"] == "1") == (row["exceptional_reason"] != ""))
      #expect((row["exceptional"] == "1") == (row["decided_by"] != ""))
    }
  }

  @Test func `Each phase has the measures of its statutory targets`() throws {
    let rows = try SampleTable("targets.csv").rows
    #expect(
      Set(rows.map { $0["measure"] }) == [
        "ks2_l4_em", "ks2_2lp_english", "ks2_2lp_maths", "ks4_5ac_em", "ks4_3lp_english", "ks4_3lp_maths", "absence",
      ])
    #expect(rows.filter { $0["measure"].hasPrefix("ks4_3lp") }.allSatisfy { $0["target_year"] == "2011" })
    #expect(Set(rows.map { $0["target_year"] }) == ["2008", "2009", "2010", "2011"])
  }

  /// By the criteria that need no other school: estimates, best of three years, improvement, floor, predictions, date.
  @Test func `Three schools in five to four in five set ambitious targets, and every band occurs`() throws {
    let verdicts = try TargetVerdicts()
    #expect((0.6...0.78).contains(verdicts.share))
    let exceptions = try SampleTable("targets.csv").rows.filter { $0["measure"].hasSuffix("em") }
    let exceptional = exceptions.count { $0["exceptional"] == "1" }
    #expect((0.012...0.03).contains(Double(exceptional) / Double(exceptions.count)))
    for phase in ["primary", "secondary"] {
      let shares = verdicts.shares(phase: phase, targetYear: "2010")
      #expect(shares.contains { 100 * $0.met >= 95 * $0.of })
      #expect(shares.contains { 100 * $0.met >= 80 * $0.of && 100 * $0.met < 95 * $0.of })
      #expect(shares.contains { 100 * $0.met >= 50 * $0.of && 100 * $0.met < 80 * $0.of })
      #expect(shares.contains { 100 * $0.met < 50 * $0.of })
    }
  }
}
