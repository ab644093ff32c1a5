import SchoolStatistics

/// Makes published figures of what the files say about areas, each once.
struct PublishedAssembly {
  private struct Key: Hashable {
    var place: Place
    var year: Int16
    var measure: Measure
    var group: PupilGroup
    var variant: String
    var basis: Basis
  }

  private(set) var figures: [PublishedFigure] = []
  var findings: [Finding] = []

  init(_ results: [FileResult], registers: Registers) {
    var known: [Key: Int] = [:]
    var isHistory: [Bool] = []
    var editions: [Edition] = []
    let versions = Dictionary(uniqueKeysWithValues: results.map { ($0.source, $0.version) })
    let paths = Dictionary(uniqueKeysWithValues: results.map { ($0.source, $0.plan.path) })
    for result in results.inOrderOfVersions {
      let decimals = Self.usualDecimals(result.state.areas)
      let blocks = result.plan.keys.authorityBelowItsSchools ? AuthorityBlocks(result, schools: registers.schools) : nil
      var shared: [Int: SharedRows] = [:]
      var superseded = SupersededFigures()
      for area in result.state.areas {
        guard let place = Self.place(area, result, registers, blocks) else {
          let name = area.name.map { result.state.areaNames.distinct[Int($0)].shortened } ?? ""
          if findings.last?.line != Int(area.line) || findings.last?.file != result.plan.path {
            findings.append(
              Check.unknownAuthority.finding(
                [
                  "what": name.isEmpty
                    ? "the row names no authority, and no schools of one stand above it"
                    : "no list has an area named '\(name)'"
                ],
                file: result.plan.path, line: Int(area.line), value: name, action: "left out"))
          }
          continue
        }
        let figure = PublishedFigure(
          place: place, year: AcademicYear(ending: Int(area.year)), measure: area.measure, group: area.group,
          variant: result.state.areaVariants.distinct[Int(area.variant)], basis: area.basis, numerator: area.numerator,
          denominator: area.denominator, value: area.value,
          decimals: max(Int(area.decimals), decimals[ColumnKey(area)] ?? 0), source: result.source, line: Int(area.line)
        )
        let key = Key(
          place: place, year: area.year, measure: area.measure, group: area.group, variant: figure.variant,
          basis: area.basis)
        let edition = area.edition == .unstated ? result.version.edition : area.edition
        guard let other = known[key] else {
          known[key] = figures.count
          figures.append(figure)
          isHistory.append(area.isHistory)
          editions.append(edition)
          continue
        }
        if isHistory[other] && !area.isHistory {
          (figures[other], isHistory[other], editions[other]) = (figure, false, edition)
        } else if area.isHistory {
          continue
        } else if editions[other] < edition || edition < editions[other], figures[other].source == result.source {
          superseded.note(figure.line, area, used: max(edition, editions[other]))
          if editions[other] < edition { (figures[other], editions[other]) = (figure, edition) }
        } else if Self.agree(figures[other], figure) {
          if figures[other].source != result.source { shared[figures[other].source, default: SharedRows()].equal += 1 }
          // The finer of two figures that say the same.
          if figure.decimals > figures[other].decimals, figure.value.value != nil {
            (figures[other], editions[other]) = (figure, edition)
          }
        } else if figures[other].source == result.source {
          findings.append(Self.contradiction(figure, figures[other], otherPath: result.plan.path, area, result.plan))
        } else {
          let used = figures[other]
          let isValue = !Self.same(figure, used)
          let (own, theirs) = isValue ? (figure.value, used.value) : (figure.numerator, used.numerator)
          let slot = isValue ? area.slots.value : area.slots.numerator
          shared[used.source, default: SharedRows()].noteDifference(
            line: figure.line, column: slot < 0 ? "" : result.plan.name(Int(slot)), value: own.text,
            what:
              "\(figure.measure) of \(figure.group.rawValue) in \(figure.place.code), \(figure.year.ending), \(own.text) here and \(theirs.text) on line \(used.line) there"
          )
        }
      }
      for (other, rows) in shared.sorted(by: { $0.key < $1.key }) {
        findings.append(
          rows.finding(
            "published figure", of: " of areas", in: result.plan.path, other: paths[other] ?? "", only: 0,
            reason: versions[other].flatMap { result.version.isBehind($0) }))
      }
      if let finding = superseded.finding(result.plan) { findings.append(finding) }
    }
  }

  /// Figures that one file gives in two editions.
  private struct SupersededFigures {
    private var count = 0
    private var first: (line: Int, slot: Int16)?
    private var used: Set<Edition> = []

    mutating func note(_ line: Int, _ area: AreaFigure, used edition: Edition) {
      count += 1
      if first.map({ line < $0.line }) ?? true { first = (line, area.slots.value) }
      used.insert(edition)
    }

    func finding(_ plan: FilePlan) -> Finding? {
      guard let first else { return nil }
      return Check.duplicateKey.finding(
        [
          "what":
            "\(String.count(count, "published figure")) of areas \(count == 1 ? "stands" : "stand") here in two editions; \(used.sorted().map { "the \($0.words) one" }.joined(separator: " or ")) is used"
        ], file: plan.path, line: first.line, column: first.slot < 0 ? "" : plan.name(Int(first.slot)),
        severity: .note, action: "the earlier edition left out")
    }
  }

  /// The finding about a figure that an earlier one of its own file contradicts.
  private static func contradiction(
    _ figure: PublishedFigure, _ other: PublishedFigure, otherPath: String, _ area: AreaFigure, _ plan: FilePlan
  ) -> Finding {
    let isValue = !same(figure, other)
    let (own, theirs) = isValue ? (figure.value, other.value) : (figure.numerator, other.numerator)
    let slot = isValue ? area.slots.value : area.slots.numerator
    return Check.duplicateKey.finding(
      [
        "what":
          "\(figure.measure) of \(figure.group.rawValue) in \(figure.place.code), \(figure.year.ending), is \(own.text) here and \(theirs.text) on line \(other.line) of '\(otherPath)'; keep one"
      ],
      file: plan.path, line: figure.line, column: slot < 0 ? "" : plan.name(Int(slot)), value: own.text,
      action: "left out, the first used")
  }

  /// Whether two figures say the same, as far as both say anything.
  private static func agree(_ a: PublishedFigure, _ b: PublishedFigure) -> Bool {
    same(a, b) && same(a.numerator, b.numerator)
  }

  /// Whether two values are the same, the finer one rounded to the decimals of the coarser.
  private static func same(_ a: PublishedFigure, _ b: PublishedFigure) -> Bool {
    if same(a.value, b.value) { return true }
    guard let x = a.value.value, let y = b.value.value, a.decimals != b.decimals else { return false }
    let decimals = min(a.decimals, b.decimals)
    return x.text(decimals: decimals) == y.text(decimals: decimals)
  }

  private static func same(_ x: Figure, _ y: Figure) -> Bool {
    x == y || x == .missing(.notSupplied) || y == .missing(.notSupplied)
  }

  private struct ColumnKey: Hashable {
    var table: Int16, column: Int16
    var measure: Measure
    var group: PupilGroup
    init(_ area: AreaFigure) { (table, column, measure, group) = (area.table, area.column, area.measure, area.group) }
  }

  /// Decimals that the figures of each column usually have: `61.0` is rounded to one decimal where `60.5` stands beside it.
  private static func usualDecimals(_ areas: [AreaFigure]) -> [ColumnKey: Int] {
    var counts: [ColumnKey: [Int]] = [:]
    for area in areas where area.value.value != nil {
      counts[ColumnKey(area), default: Array(repeating: 0, count: 7)][Int(min(area.decimals, 6))] += 1
    }
    return counts.mapValues(TableBuilder.usualDecimals)
  }

  private static func place(
    _ area: AreaFigure, _ result: FileResult, _ registers: Registers, _ blocks: AuthorityBlocks?
  ) -> Place? {
    let name = area.name.map { result.state.areaNames.distinct[Int($0)] } ?? ""
    switch area.kind {
    case .national: return .national
    case .region: return registers.authorities.region(name).map { .region($0) }
    case .localAuthority:
      if area.authority > 0 { return .localAuthority(LocalAuthorityCode(Int(area.authority))) }
      if let code = registers.authorities.code(named: name, in: Int(area.year)) {
        return .localAuthority(LocalAuthorityCode(code))
      }
      return blocks?.authority(ofLine: area.line).map { .localAuthority(LocalAuthorityCode($0)) }
    default: return nil
    }
  }
}
