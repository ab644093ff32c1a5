import Testing

@testable import SampleData

@Suite struct PublishedResultsTests {
  /// Results that the school table suppresses count in the published ones: they may be higher, never lower.
  @Test func `Published results of an authority are its schools added up, with those that are suppressed`() throws {
    let authority = Dictionary(
      uniqueKeysWithValues: try SampleTable("schools.csv").rows.map { ($0["urn"], $0["la_code"]) })
    var sums: [String: (pupils: Int, reaching: Int, complete: Bool)] = [:]
    for row in try SampleTable("ks4_results-2009.csv").rows where row["group"] == "all" {
      let code = try #require(authority[row["urn"]])
      var sum = sums[code] ?? (0, 0, true)
      if let reaching = row.count("five_ac_english_and_maths") {
        sum.pupils += row.count("pupils") ?? 0
        sum.reaching += reaching
      } else {
        sum.complete = false
      }
      sums[code] = sum
    }
    let published = try SampleTable("published_results.csv").rows.filter {
      $0["geographic_level"] == "Local authority" && $0["year"] == "2009" && $0["measure"] == "ks4_5ac_em"
        && $0["group"] == "all"
    }
    #expect(published.count == 149)
    for row in published {
      let sum = try #require(sums[row["code"]])
      let (numerator, denominator) = (try #require(row.count("numerator")), try #require(row.count("denominator")))
      #expect(numerator >= sum.reaching && denominator >= sum.pupils)
      if sum.complete { #expect(numerator == sum.reaching && denominator == sum.pupils) }
      #expect(abs(try #require(row.number("value")) - 100 * Double(numerator) / Double(denominator)) <= 0.0500001)
    }
  }

  @Test func `England has every group of the headline measures in every year`() throws {
    let national = try SampleTable("published_results.csv").rows.filter { $0["geographic_level"] == "National" }
    for measure in ["ks2_l4_em", "ks4_5ac_em"] {
      for year in 2006...2010 {
        let groups = national.filter { $0["measure"] == measure && $0.count("year") == year }.map { $0["group"] }
        #expect(groups == ["all", "fsm", "not_fsm", "sen", "no_sen", "cic"])
      }
    }
    #expect(national.allSatisfy { $0["basis"] == "maintained" && $0["code"] == "E92000001" })
  }

  /// Rulebook section 13, vector 1.
  @Test func `The gap of the lowest fifth agrees with the worked example`() {
    let twenty = [40, 52, 60, 64, 70, 72, 75, 78, 80, 82, 84, 86, 88, 90, 91, 93, 95, 99, 104, 110]
    func gap(_ totals: [Int]) -> Int? {
      var children = [Int](repeating: 0, count: 118)
      for total in totals { children[total] += 1 }
      return LowestFifth.gapTenths(children)
    }
    #expect(gap(twenty) == 349)
    #expect(gap(twenty + [61, 83, 97]) == 333)
    #expect(gap([]) == nil)
  }

  @Test func `Totals of points add up to the children assessed`() throws {
    let results = try SampleTable("eyfsp_results.csv").rows.filter { $0["group"] == "all" }
    var totals: [String: Int] = [:]
    for row in try SampleTable("eyfsp_totals.csv").rows {
      let points = try #require(row.count("total_points"))
      #expect((0...117).contains(points))
      totals[row["year"] + "/" + row["la_code"], default: 0] += try #require(row.count("children"))
    }
    for row in results { #expect(totals[row["year"] + "/" + row["la_code"]] == row.count("assessed")) }
  }
}
