import Testing

/// The validation rules of rulebook section 12, on every row of the committed sample.
@Suite struct ResultsInvariantTests {
  @Test(arguments: 2006...2010)
  func `Key stage 2 counts never contradict each other`(year: Int) throws {
    for row in try SampleTable("ks2_results-\(year).csv").rows {
      guard let both = row.count("l4_english_and_maths") else { continue }
      let eligible = try #require(row.count("eligible"))
      let (english, maths) = (try #require(row.count("l4_english")), try #require(row.count("l4_maths")))
      #expect(both <= min(english, maths) && max(english, maths) <= eligible)
      #expect(english + maths - both <= eligible)
      #expect(try #require(row.count("below_l3_english")) + english <= eligible)
      #expect(try #require(row.count("below_l3_maths")) + maths <= eligible)
      try expectProgress(row, of: eligible)
    }
  }

  @Test(arguments: 2006...2010)
  func `Key stage 4 counts never contradict each other`(year: Int) throws {
    for row in try SampleTable("ks4_results-\(year).csv").rows {
      guard let withBoth = row.count("five_ac_english_and_maths") else { continue }
      let pupils = try #require(row.count("pupils"))
      let (any, both) = (try #require(row.count("five_ac_any")), try #require(row.count("ac_english_and_maths")))
      #expect(withBoth <= min(any, both) && max(any, both) <= pupils)
      #expect(any + both - withBoth + (try #require(row.count("no_passes"))) <= pupils)
      try expectProgress(row, of: pupils)
    }
  }

  private func expectProgress(_ row: SampleTable.Row, of pupils: Int) throws {
    for subject in ["english", "maths"] {
      guard let made = row.count("progress_\(subject)") else { continue }
      let matched = try #require(row.count("progress_\(subject)_matched"))
      #expect(made <= matched && matched <= pupils)
    }
  }

  @Test(arguments: ["ks2_results", "ks4_results"], 2006...2010)
  func `Groups add up to all pupils, free school meals but for a few unknown`(table: String, year: Int) throws {
    let size = table == "ks2_results" ? "eligible" : "pupils"
    let headline = table == "ks2_results" ? "l4_english_and_maths" : "five_ac_english_and_maths"
    var unknown = 0
    var total = 0
    let schools = Dictionary(grouping: try SampleTable("\(table)-\(year).csv").rows) { $0["urn"] }
    for (_, rows) in schools {
      // A group without pupils has no row.
      func sum(_ column: String, _ groups: String...) -> Int {
        rows.filter { groups.contains($0["group"]) }.reduce(0) { $0 + ($1.count(column) ?? 0) }
      }
      #expect(rows.count == Set(rows.map { $0["group"] }).count)
      for column in [size, headline] {
        #expect(sum(column, "sen", "no_sen") == sum(column, "all"))
        #expect(sum(column, "boys", "girls") == sum(column, "all"))
        #expect(sum(column, "fsm", "not_fsm") <= sum(column, "all"))
        #expect(sum(column, "cic") <= sum(column, "all"))
      }
      unknown += sum(size, "all") - sum(size, "fsm", "not_fsm")
      total += sum(size, "all")
    }
    #expect(unknown > 0 && unknown * 100 < total)
  }

  @Test func `The 2010 boycott leaves some schools without a row and some with a row of no return`() throws {
    let primaries = try SampleTable("schools.csv").rows.filter { $0["phase"] == "primary" && $0["closed"] == "" }
    let before = Set(try SampleTable("ks2_results-2009.csv").rows.map { $0["urn"] })
    let rows = try SampleTable("ks2_results-2010.csv").rows.filter { $0["group"] == "all" }
    let expected = primaries.filter { before.contains($0["urn"]) }.map { $0["urn"] }
    let given = Dictionary(uniqueKeysWithValues: rows.map { ($0["urn"], $0["l4_english_and_maths"]) })
    let absent = expected.count { given[$0] == nil }
    let noReturn = expected.count { given[$0] == "?" }
    #expect(absent > 50 && noReturn > 50)
    #expect((0.2...0.3).contains(Double(absent + noReturn) / Double(expected.count)))
  }

  @Test func `Children in care may belong to another authority than their school's`() throws {
    let rows = try SampleTable("ks4_results-2009.csv").rows
    #expect(rows.contains { $0["group"] == "cic" && $0["responsible_la_code"] != "" })
    #expect(!rows.contains { $0["group"] != "cic" && $0["responsible_la_code"] != "" })
  }
}
