/// A plain reading of the six criteria on the committed sample, independent of the project's own.
struct TargetVerdicts {
  private struct Key: Hashable {
    let urn: String
    let year: Int
  }

  private struct Verdict {
    let authority: String
    let phase: String
    let targetYear: String
    let isMet: Bool
  }

  private let verdicts: [Verdict]

  var share: Double { Double(verdicts.count { $0.isMet }) / Double(verdicts.count) }

  /// Schools meeting the criteria of the schools with targets, by authority.
  func shares(phase: String, targetYear: String) -> [(met: Int, of: Int)] {
    let chosen = verdicts.filter { $0.phase == phase && $0.targetYear == targetYear }
    return Dictionary(grouping: chosen, by: \.authority).values.map { own in (own.count { $0.isMet }, own.count) }
  }

  init() throws {
    let schools = Dictionary(uniqueKeysWithValues: try SampleTable("schools.csv").rows.map { ($0["urn"], $0) })
    let results = try Self.results()
    let targets = Dictionary(grouping: try SampleTable("targets.csv").rows) { $0["urn"] + "/" + $0["target_year"] }
    verdicts = targets.values.compactMap { rows in
      guard let headline = rows.first(where: { $0["measure"].hasSuffix("em") }), let school = schools[headline["urn"]]
      else { return nil }
      return Verdict(
        authority: school["la_code"], phase: school["phase"], targetYear: headline["target_year"],
        isMet: Self.isMet(headline, rows, results, primary: school["phase"] == "primary"))
    }
  }

  private static func results() throws -> [Key: (Int, Int)] {
    var results: [Key: (Int, Int)] = [:]
    for (table, reaching, size) in [
      ("ks2", "l4_english_and_maths", "eligible"), ("ks4", "five_ac_english_and_maths", "pupils"),
    ] {
      for year in 2006...2010 {
        for row in try SampleTable("\(table)_results-\(year).csv").rows where row["group"] == "all" {
          if let above = row.count(reaching), let of = row.count(size) {
            results[Key(urn: row["urn"], year: year)] = (above, of)
          }
        }
      }
    }
    return results
  }

  private static func isMet(
    _ headline: SampleTable.Row, _ rows: [SampleTable.Row], _ results: [Key: (Int, Int)], primary: Bool
  ) -> Bool {
    guard let pupils = headline.count("target_pupils"), let cohort = headline.count("cohort"),
      let round = headline.count("round_year")
    else { return false }
    let expected = primary ? 4 : headline["target_year"] == "2011" ? 4 : 2
    guard rows.count == expected, headline["date_set"] <= "\(round)-12-31" else { return false }
    guard 100 * pupils >= (primary ? 55 : 30) * cohort else { return false }
    if primary {
      guard pupils >= headline.count("prior_attainment_pupils") ?? 0 else { return false }
      guard rows.allSatisfy({ ($0.count("predicted_below_expected") ?? 0) == 0 }) else { return false }
    }
    for year in round - 2...round {
      guard let (above, of) = results[Key(urn: headline["urn"], year: year)] else { continue }
      guard pupils * of >= above * cohort else { return false }
      if year == round, above < of, pupils * of == above * cohort { return false }
    }
    let estimate = headline.number("estimate_d").map { Int(($0 * 10).rounded()) } ?? 0
    return 1000 * pupils >= estimate * cohort || headline["exceptional"] == "1"
  }
}
