import Testing

@Suite struct RegisterTests {
  @Test func `Codes and numbers lie where no real authority or school has one`() throws {
    for authority in try SampleTable("local_authorities.csv").rows {
      let code = try #require(authority.count("la_code"))
      #expect(code == 901 || code < 201 || code > 946)
      #expect(authority["ons_code"].hasPrefix("E99"))
    }
    for school in try SampleTable("schools.csv").rows { #expect(try #require(school.count("urn")) > 970_000) }
  }

  @Test func `About 150 authorities lie in the nine regions, each with ten neighbours among them`() throws {
    let authorities = try SampleTable("local_authorities.csv").rows
    #expect(Set(authorities.map { $0["region_code"] }) == Set((1...9).map { "E1200000\($0)" }))
    #expect(Set(authorities.map { $0["la_name"] }).count == authorities.count)
    #expect(authorities.first { $0["la_code"] == "901" }?["la_name"] == "Anyborough")
    let current = Set(authorities.filter { $0["valid_to"] == "" }.map { $0["la_code"] })
    #expect(current.count == 149)
    let neighbours = try SampleTable("statistical_neighbours.csv").rows
    #expect(Set(neighbours.map { $0["la_code"] }) == current)
    for row in neighbours {
      let ten = Set((1...10).map { row["neighbour_\($0)"] })
      #expect(ten.count == 10 && ten.isSubset(of: current) && !ten.contains(row["la_code"]))
    }
  }

  @Test func `One authority split in April 2009 and its results follow`() throws {
    let authorities = try SampleTable("local_authorities.csv").rows
    let old = try #require(authorities.first { $0["valid_to"] == "2009-03-31" })
    let new = authorities.filter { $0["predecessor_la_code"] == old["la_code"] }
    #expect(new.count == 2 && new.allSatisfy { $0["valid_from"] == "2009-04-01" })
    let rows = try SampleTable("eyfsp_results.csv").rows
    func years(_ code: String) -> Set<String> { Set(rows.filter { $0["la_code"] == code }.map { $0["year"] }) }
    #expect(years(old["la_code"]) == ["2006", "2007", "2008"])
    for authority in new { #expect(years(authority["la_code"]) == ["2009", "2010"]) }
    #expect(!(try SampleTable("schools.csv").rows.contains { $0["la_code"] == old["la_code"] }))
  }

  @Test func `Schools opened, closed, merged, converted and renamed, and links lead to open schools`() throws {
    let schools = try SampleTable("schools.csv").rows
    let byNumber = Dictionary(uniqueKeysWithValues: schools.map { ($0["urn"], $0) })
    let links = try SampleTable("school_links.csv").rows
    for link in links {
      let old = try #require(byNumber[link["urn"]])
      let new = try #require(byNumber[link["successor_urn"]])
      #expect(old["closed"] < link["effective"] && new["opened"] == link["effective"])
    }
    #expect(links.count > Set(links.map { $0["successor_urn"] }).count, "no merger")
    #expect(links.contains { byNumber[$0["successor_urn"]]?["school_type"] == "Academy" }, "no conversion")
    let linked = Set(links.map { $0["urn"] })
    #expect(schools.contains { $0["closed"] != "" && !linked.contains($0["urn"]) }, "no closure without successor")
    #expect(schools.contains { $0["former_name"] != "" && $0["opened"] == "" }, "no renaming")
    for name in [
      "Ysgol Tŷ Gwyn", "King's Mead & Queen's Mead Primary School", "Alderstead, Larchmere and Whin Primary School",
    ] {
      #expect(schools.contains { $0["school_name"] == name && $0["la_code"] == "901" })
    }
  }

  @Test func `Each authority has primary, secondary and special schools`() throws {
    let schools = try SampleTable("schools.csv").rows
    for (code, own) in Dictionary(grouping: schools, by: { $0["la_code"] }) {
      #expect(Set(own.map { $0["phase"] }) == ["primary", "secondary", "special"], "authority \(code)")
    }
  }

  @Test func `Results stand in the years in which a school is open, and only then`() throws {
    let schools = Dictionary(uniqueKeysWithValues: try SampleTable("schools.csv").rows.map { ($0["urn"], $0) })
    for year in 2006...2010 {
      for row in try SampleTable("ks4_results-\(year).csv").rows {
        let school = try #require(schools[row["urn"]])
        #expect(school["opened"] < "\(year)-08-31")
        #expect(school["closed"] == "" || school["closed"] >= "\(year)-08-31")
      }
    }
  }

  @Test func `Partnerships name partners and schools that exist, some changed hands`() throws {
    let partners = Set(try SampleTable("sips.csv").rows.map { $0["sip_id"] })
    let schools = Set(try SampleTable("schools.csv").rows.map { $0["urn"] })
    let rows = try SampleTable("sip_schools.csv").rows
    #expect(rows.allSatisfy { partners.contains($0["sip_id"]) && schools.contains($0["urn"]) })
    #expect(rows.contains { $0["to"] == "2009-08-31" })
    #expect(Set(rows.map { $0["urn"] }).count < schools.count)
  }
}
