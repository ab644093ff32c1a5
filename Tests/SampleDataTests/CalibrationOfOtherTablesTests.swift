import Testing

@Suite struct CalibrationOfOtherTablesTests {
  @Test(arguments: [(2006, 7.92, 7.1), (2007, 7.87, 6.7), (2008, 7.36, 5.6), (2009, 7.24, 4.9), (2010, 6.88, 4.2)])
  func `Secondary absence is within a quarter of a point and persistent absence within half a point`(
    year: Int, absence: Double, persistent: Double
  ) throws {
    let secondary = try secondarySchools()
    var (sessions, missed, enrolments, absentees) = (0, 0, 0, 0)
    for row in try SampleTable("attendance-\(year).csv").rows where row["period"] == "five_half_terms" {
      guard secondary.contains(row["urn"]), let possible = row.count("possible_sessions") else { continue }
      sessions += possible
      missed += (row.count("authorised_absence") ?? 0) + (row.count("unauthorised_absence") ?? 0)
      enrolments += row.count("enrolments") ?? 0
      absentees += row.count("persistent_absentees") ?? 0
    }
    let absenceRate = 100 * Double(missed) / Double(sessions)
    let persistentRate = 100 * Double(absentees) / Double(enrolments)
    #expect(abs(absenceRate - absence) <= 0.25)
    #expect(abs(persistentRate - persistent) <= 0.5)
  }

  @Test(arguments: [(2006, 45.0, 38.0), (2007, 46.0, 37.2), (2008, 49.0, 35.6), (2009, 52.0, 33.9), (2010, 56.0, 32.7)])
  func `The early years threshold is within one and a half points and the gap within one`(
    year: Int, threshold: Double, gap: Double
  ) throws {
    let rows = try SampleTable("published_results.csv").rows.filter {
      $0["geographic_level"] == "National" && $0["group"] == "all" && $0.count("year") == year
    }
    let threshold = try #require(rows.first { $0["measure"] == "ey_threshold" }?.number("value"))
    let gap = try #require(rows.first { $0["measure"] == "ey_gap" }?.number("value"))
    #expect(abs(threshold - threshold) <= 1.5)
    #expect(abs(gap - gap) <= 1)
  }

  @Test(arguments: [("cva_ks1_ks2", 100, 0.15, 0.5), ("cva_ks2_ks4", 1000, 2, 9.5)])
  func `Value added is centred, half of the schools lie as near the centre as in England`(
    measure: String, centre: Double, tolerance: Double, half: Double
  ) throws {
    let rows = try SampleTable("value_added.csv").rows.filter { $0["measure"] == measure && $0["year"] == "2009" }
    let scores = rows.compactMap { $0.number("score") }
    #expect(abs(scores.reduce(0, +) / Double(scores.count) - centre) <= tolerance)
    let near = scores.count { abs($0 - centre) <= half }
    #expect((0.42...0.6).contains(Double(near) / Double(scores.count)))
    for row in rows where row.number("score") != nil {
      #expect(row.number("ci_lower")! <= row.number("score")! && row.number("score")! <= row.number("ci_upper")!)
    }
    #expect(rows.contains { $0["score"] == "LOWCOV" || ($0.count("coverage") ?? 100) < 50 })
  }

  /// 73.7% in December 2006 and 78.6% in December 2009, of the schools then judged.
  @Test(arguments: [("2006-12-31", 73.7), ("2009-12-31", 78.6)])
  func `Secondary schools with good behaviour are within five points`(day: String, england: Double) throws {
    let secondary = try secondarySchools()
    var latest: [String: (day: String, behaviour: Int)] = [:]
    for row in try SampleTable("inspections.csv").rows
    where secondary.contains(row["urn"]) && row["inspected_on"] <= day {
      if row["inspected_on"] > latest[row["urn"]]?.day ?? "" {
        latest[row["urn"]] = (row["inspected_on"], try #require(row.count("behaviour")))
      }
    }
    let good = latest.values.count { $0.behaviour <= 2 }
    #expect(abs(100 * Double(good) / Double(latest.count) - england) <= 5)
  }

  private func secondarySchools() throws -> Set<String> {
    Set(try SampleTable("schools.csv").rows.filter { $0["phase"] == "secondary" }.map { $0["urn"] })
  }
}
