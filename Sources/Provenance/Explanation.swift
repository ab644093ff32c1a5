import Foundation
import Indicators
import Rulebook
import SchoolStatistics

/// Where one figure of a finished run comes from: definition, rule, input rows, and each step as arithmetic to redo.
public struct Explanation: Encodable, Sendable {
  public struct InputRow: Encodable, Sendable {
    public var name: String
    public var group: String
    public var reached: Int?
    public var pupils: Int?
    public var value: String
    /// `file:line` of the input; several where the figure was made of several rows.
    public var lines: [String]
    /// Why it is not counted; empty where it is.
    public var leftOut: String
  }

  public var figure: String
  public var definition: String
  public var source: String
  public var certainty: String
  /// The rules of the year, with the digest that the run recorded.
  public var rule: String
  /// Where the figure stands in the report, and whether the inputs still give it.
  public var reported: String
  public private(set) var agrees: Bool
  public private(set) var steps: [String]
  /// By weight.
  public private(set) var rows: [InputRow]
  /// Inputs that are no longer as the run read them.
  public var changedInputs: [String]

  /// - Parameters:
  ///   - place: England, a region, an authority or a school of the run.
  ///   - group: nil for the pupils that the headline is about.
  public init(
    _ run: FinishedRun, _ data: SchoolData, _ results: IndicatorResults, indicator id: String, place: Place,
    year: AcademicYear, group: PupilGroup?
  ) throws(ProvenanceError) {
    guard let indicator = results.indicator(id) else {
      throw .noFigure("no indicator '\(id)' in the run; 'indicators' lists them")
    }
    let group = group ?? indicator.group
    let position: Int? = if case .school(let urn) = place { data.schoolIndex(urn) } else { nil }
    let own = position.map { results.schools.values(of: $0) }
    let found =
      own.map { $0.first { $0.indicator == id && $0.year == year && $0.group == group } }
      ?? results.value(id, place, year, group)
    guard let value = found else {
      throw .noFigure("no figure of '\(id)' for \(place.code), \(year.title), \(group.rawValue) in the run")
    }
    func lines(_ sources: [SourceLine]) -> [String] { sources.map { "\(data.sources[$0.source].path):\($0.line)" } }
    func text(_ figure: Figure) -> String {
      switch figure {
      case .value(let exact): exact.text(decimals: indicator.decimals) + Self.unit(indicator)
      case .missing(let reason): "none (\(reason.symbol): \(reason.title))"
      }
    }
    let name =
      position.map { data.schools[$0].name } ?? results.areas.first { $0.place == place }?.name ?? place.code
    figure = "\(indicator.title), \(name) (\(place.code)), \(year.title), \(group.rawValue): \(text(value.value))"
    (definition, source, certainty) = (indicator.definition, indicator.source, indicator.certainty)
    let rules = run.record.rules.first { $0.path.hasSuffix("/rulebook/\(year.ending).json5") }
    rule = rules.map { "\($0.path) (SHA-256 \($0.sha256.prefix(12))…)" } ?? "the run records no rules of \(year.title)"
    let digests = Dictionary(run.record.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    changedInputs = data.sources.filter { digests[$0.path] != $0.digest }.map(\.path)

    let table = position == nil ? "indicators" : "schools"
    var key = ["time_period": year.timePeriod, "indicator_id": id, "pupil_group": group.rawValue]
    switch place {
    case .school(let urn): key["school_urn"] = "\(urn)"
    case .localAuthority(let code): key["old_la_code"] = code.description
    case .region(let code): (key["geographic_level"], key["region_code"]) = ("Regional", code)
    case .national: key["geographic_level"] = "National"
    }
    if let row = try run.row(table, key) {
      let shown = row.cells["value"] ?? ""
      let now = value.value.value?.text(decimals: indicator.decimals) ?? ""
      agrees =
        shown == now && row.cells["numerator"] == (value.numerator.count.map(String.init) ?? "")
        && row.cells["denominator"] == (value.denominator.count.map(String.init) ?? "")
      reported = "\(run.folder)/tables/\(table).csv:\(row.line)" + (agrees ? "" : ", where it is '\(shown)'")
    } else {
      (agrees, reported) = (false, "in no row of \(run.folder)/tables/\(table).csv")
    }
    steps = Self.steps(value, indicator, results, text, lines)
    rows = []
    let shares: [(id: String, group: PupilGroup)] =
      value.gap.map { gap in gap.groups.map { (gap.share, $0) } } ?? [(id, group)]
    if let position {
      rows = shares.flatMap { share in
        (own ?? []).filter { $0.indicator == share.id && $0.group == share.group && $0.year == year }.map {
          Self.row($0, data.schools[position], lines)
        }
      }
    } else if indicator.unit == .schools {
      let codes = Self.codes(place, results)
      rows = results.countedSchools.filter {
        $0.indicator == id && $0.year == year && (codes?.contains($0.authority) ?? true)
      }.map { counted in
        InputRow(
          name: "\(data.schools[counted.school].name) (\(data.schools[counted.school].urn))", group: "all",
          reached: nil,
          pupils: nil, value: counted.testsInWords(data.measures).joined(separator: "; "), lines: [], leftOut: "")
      }
    } else {
      let codes = Self.codes(place, results)
      let wanted = Set(shares.map(\.id))
      for school in results.schools.schools where codes?.contains(data.schools[school].authority) ?? true {
        // A look at one year alone knows no lines.
        for value in results.schools.values(of: school)
        where value.year == year && wanted.contains(value.indicator)
          && shares.contains(where: { $0.group == value.group })
        {
          let row = Self.row(value, data.schools[school], lines)
          if !row.lines.isEmpty || row.leftOut.isEmpty { rows.append(row) }
        }
      }
      rows.sort { ($1.pupils ?? 0, $0.name) < ($0.pupils ?? 0, $1.name) }
      for share in shares {
        let own = rows.filter { $0.group == share.group.rawValue && $0.leftOut.isEmpty }
        let (n, d) = (own.reduce(0) { $0 + ($1.reached ?? 0) }, own.reduce(0) { $0 + ($1.pupils ?? 0) })
        guard d > 0 else { continue }
        steps.append(
          "schools of the register with rows, \(share.group.rawValue): \(own.count), together \(n) of \(d) = \(Rational.percent(n, of: d).text(decimals: 1))%"
        )
      }
    }
    for line in results.reconciliation where line.place == place && line.indicator == id && line.year == year {
      steps.append(
        "official against pooled: \(text(line.published)) − \(text(line.pooled)) = \(text(line.difference)); \(line.explanation)"
      )
    }
  }

  private static func unit(_ indicator: Indicator) -> String {
    switch indicator.unit {
    case .percent: "%"
    case .percentagePoints: " percentage points"
    case .schools: " schools"
    case .points: ""
    }
  }

  /// The authorities of an area; nil for all.
  private static func codes(_ place: Place, _ results: IndicatorResults) -> Set<LocalAuthorityCode>? {
    func code(_ place: Place) -> LocalAuthorityCode? {
      if case .localAuthority(let code) = place { return code }
      return nil
    }
    switch place {
    case .national: return nil
    case .region(let region): return Set(results.areas.filter { $0.regionCode == region }.compactMap { code($0.place) })
    default: return Set(code(place).map { [$0] } ?? [])
    }
  }

  private static func row(_ value: IndicatorValue, _ school: School, _ lines: ([SourceLine]) -> [String]) -> InputRow {
    InputRow(
      name: "\(school.name) (\(school.urn))", group: value.group.rawValue, reached: value.numerator.count,
      pupils: value.denominator.count, value: value.value.value?.text(decimals: 1) ?? "", lines: lines(value.sources),
      leftOut: value.value.reason?.title ?? "")
  }

  /// The value, the interval, the comparator, the change, the rank and the band, a line each.
  private static func steps(
    _ value: IndicatorValue, _ indicator: Indicator, _ results: IndicatorResults, _ text: (Figure) -> String,
    _ lines: ([SourceLine]) -> [String]
  ) -> [String] {
    var steps: [String] = []
    let from = value.sources.isEmpty ? "" : " (\(lines(value.sources).joined(separator: ", ")))"
    if value.origin == .published { steps.append("official figure: \(text(value.value))\(from)") }
    if let n = value.numerator.count, let d = value.denominator.count, d > 0 {
      let percent = Rational.percent(n, of: d).text(decimals: indicator.unit == .percent ? indicator.decimals : 1)
      steps.append(
        "100 × \(n) ÷ \(d) = \(percent)%" + (value.isEstimated ? ", the count estimated from the percentage" : ""))
    }
    if let gap = value.gap {
      for group in gap.groups {
        if let side = results.value(gap.share, value.place, value.year, group) {
          let counts = side.numerator.count.flatMap { n in side.denominator.count.map { " (\(n) of \($0))" } } ?? ""
          steps.append("\(group.title): \(side.value.value?.text(decimals: 1) ?? "none")%\(counts)")
        }
      }
    }
    if let interval = value.interval {
      let (low, high) = (Rational(decimal: interval.lower), Rational(decimal: interval.upper))
      steps.append(
        "95% interval (Wilson): \(low.text(decimals: indicator.decimals)) to \(high.text(decimals: indicator.decimals))"
      )
    }
    if value.difference.value != nil {
      let test = value.significance.rawValue
      steps.append(
        "against England: \(text(value.value)) − \(text(value.national)) = \(text(value.difference)), from unrounded figures"
          + (test.isEmpty ? "" : "; at 95% \(test)"))
    }
    for change in [value.change1, value.change3] where change.value.value != nil {
      steps.append("change over \(change.years == 1 ? "one year" : "three years"): \(text(change.value))")
    }
    if let standing = value.standing {
      steps.append("rank \(standing.rank) of \(standing.ranked) authorities, \(standing.sharing) sharing it")
      if let spread = results.distribution(of: value), !standing.band.isEmpty {
        let cuts = spread.quartiles.map { $0.text(decimals: spread.shownDecimals) }.joined(separator: ", ")
        steps.append("band \(standing.band): quartiles \(cuts), \(indicator.polarity.rawValue) is better")
      }
      if let needed = standing.neededForNextBand { steps.append("\(needed) more for the next band") }
      if standing.neighbourMean.value != nil {
        steps.append("mean of \(standing.neighboursWithData) statistical neighbours: \(text(standing.neighbourMean))")
      }
    }
    if let reason = value.unrankedReason { steps.append("no rank: " + reason) }
    return steps + value.notes
  }

  /// For people; the first rows by weight.
  public func text(rows shown: Int = 40) -> String {
    var lines = [
      figure, "", "Definition: \(definition)", "Source: \(source) (certainty \(certainty))", "Rule: \(rule)",
    ]
    lines.append("In the report: \(reported)")
    lines += agrees ? ["The inputs still give it."] : ["The inputs do not give it now."]
    lines += changedInputs.map { "Changed since the run: \($0)" }
    lines += ["", "How it was reached:"] + steps.map { "  " + $0 }
    let (counted, without) = (rows.filter(\.leftOut.isEmpty), rows.filter { !$0.leftOut.isEmpty })
    func line(_ row: InputRow) -> String {
      let counts = row.reached.flatMap { n in row.pupils.map { "\(n) of \($0)" } }
      return "  "
        + ([row.name, row.group, counts ?? row.value, row.leftOut] + row.lines).filter { !$0.isEmpty }.joined(
          separator: "  ")
    }
    for (title, rows) in [("Rows, by weight:", counted), ("Left out:", without)] where !rows.isEmpty {
      lines += ["", title] + rows.prefix(shown).map(line)
      if rows.count > shown { lines.append("  and \(rows.count - shown) more; all with --format json") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
