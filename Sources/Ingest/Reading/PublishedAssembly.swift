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
    for result in results {
      let decimals = Self.usualDecimals(result.state.areas)
      let blocks = result.plan.keys.authorityBelowItsSchools ? AuthorityBlocks(result, schools: registers.schools) : nil
      var repeated = 0
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
        guard let other = known[key] else {
          known[key] = figures.count
          figures.append(figure)
          isHistory.append(area.isHistory)
          continue
        }
        if isHistory[other] && !area.isHistory {
          (figures[other], isHistory[other]) = (figure, false)
        } else if area.isHistory {
          continue
        } else if Self.agree(figures[other], figure) {
          repeated += 1
        } else {
          findings.append(
            Self.contradiction(
              figure, figures[other], otherPath: results.first { $0.source == figures[other].source }?.plan.path ?? "",
              area, result.plan))
        }
      }
      if repeated > 0 {
        findings.append(
          Check.duplicateKey.finding(
            [
              "what":
                "\(String.count(repeated, "published figure")) of areas also \(repeated == 1 ? "stands" : "stand") in another file, exactly the same"
            ],
            file: result.plan.path, severity: .note))
      }
    }
  }

  /// The finding about a figure that an earlier one contradicts.
  private static func contradiction(
    _ figure: PublishedFigure, _ other: PublishedFigure, otherPath: String, _ area: AreaFigure, _ plan: FilePlan
  ) -> Finding {
    let isValue = !same(figure.value, other.value)
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
    same(a.value, b.value) && same(a.numerator, b.numerator)
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
