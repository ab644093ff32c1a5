import SchoolStatistics

/// All values of areas, and the series behind them that schools are compared with.
struct AreaValues: Sendable {
  /// England's figures by source and year: the comparator of schools.
  let england: [[AreaFigure]]
  /// By area, indicator, pupil group and year.
  private(set) var values: [IndicatorValue] = []
  private(set) var reconciliation: [Reconciliation] = []
  private(set) var findings: [Finding] = []
  let distributions: [Distribution]

  /// `sources` stand in the order of the catalogue, those of an indicator together; each indicator is worked out, and
  /// its authorities compared, by itself.
  init(_ study: Study, _ sources: [FigureSource], areas: [Int], jobs: Int) {
    let ofIndicator = Self.ranges(sources)
    let reported = areas.map { study.areas.areas[$0] }
    let parts = mapInParallel(ofIndicator.count, block: 1, jobs: jobs) { position in
      IndicatorAreas(study, Array(sources[ofIndicator[position]]), areas: reported, at: areas)
    }
    england = parts.flatMap(\.england)
    distributions = parts.flatMap(\.distributions)
    findings = parts.flatMap(\.unequal)
    values.reserveCapacity(parts.reduce(0) { $0 + $1.values.count })
    var starts = [IndicatorAreas.Ends](repeating: .init(), count: parts.count)
    for area in areas.indices {
      for part in parts.indices {
        let (start, end) = (starts[part], parts[part].ends[area])
        values += parts[part].values[start.values..<end.values]
        reconciliation += parts[part].reconciler.rows[start.rows..<end.rows]
        findings += parts[part].reconciler.findings[start.findings..<end.findings]
        starts[part] = end
      }
    }
  }

  /// Where the sources of each indicator stand.
  private static func ranges(_ sources: [FigureSource]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (position, source) in sources.enumerated() {
      if let last = ranges.last, sources[last.lowerBound].indicator.id == source.indicator.id {
        ranges[ranges.count - 1] = last.lowerBound..<(position + 1)
      } else {
        ranges.append(position..<(position + 1))
      }
    }
    return ranges
  }
}
