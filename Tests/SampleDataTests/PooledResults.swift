/// One year's results of the committed sample, for adding up.
struct PooledResults {
  enum Stage: String {
    case keyStage2 = "ks2"
    case keyStage4 = "ks4"
  }

  private let rows: [SampleTable.Row]
  private let everyGroup: [SampleTable.Row]
  private let special: Set<String>

  init(stage: Stage, year: Int, group: String = "all") throws {
    everyGroup = try SampleTable("\(stage.rawValue)_results-\(year).csv").rows
    rows = everyGroup.filter { $0["group"] == group }
    special = Set(try SampleTable("schools.csv").rows.filter { $0["phase"] == "special" }.map { $0["urn"] })
  }

  /// The pooled percentage, of the rows that give both counts.
  func percent(_ numerator: String, of denominator: String) -> Double { Self.percent(rows, numerator, denominator) }

  func gap(_ numerator: String, of denominator: String, _ higher: String, _ lower: String) -> Double {
    func percent(_ group: String) -> Double {
      Self.percent(everyGroup.filter { $0["group"] == group }, numerator, denominator)
    }
    return percent(higher) - percent(lower)
  }

  /// Of mainstream schools with results for eleven pupils or more.
  func percentOfSchools(below floor: Int, _ numerator: String, of denominator: String) -> Double {
    let counts = rows.filter { !special.contains($0["urn"]) }.compactMap { row -> (Int, Int)? in
      guard let pupils = row.count(denominator), pupils > 10, let reaching = row.count(numerator) else { return nil }
      return (reaching, pupils)
    }
    return 100 * Double(counts.count { 100 * $0.0 < floor * $0.1 }) / Double(counts.count)
  }

  /// Of mainstream schools.
  func percentOfSchools(withAtMost pupils: Int, _ column: String) -> Double {
    let counts = rows.filter { !special.contains($0["urn"]) }.compactMap { $0.count(column) }
    return 100 * Double(counts.count { $0 <= pupils }) / Double(counts.count)
  }

  private static func percent(_ rows: [SampleTable.Row], _ numerator: String, _ denominator: String) -> Double {
    var (reaching, pupils) = (0, 0)
    for row in rows {
      guard let above = row.count(numerator), let below = row.count(denominator) else { continue }
      reaching += above
      pupils += below
    }
    return 100 * Double(reaching) / Double(pupils)
  }
}
