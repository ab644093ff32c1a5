import Rulebook
import SchoolStatistics

/// Official against pooled figures of authorities and England, with what explains the difference.
struct Reconciler: Sendable {
  let study: Study
  private(set) var rows: [Reconciliation] = []
  private(set) var findings: [Finding] = []

  mutating func add(_ indicator: Indicator, _ known: IndicatorYears, _ figures: [AreaFigure], area: Int) {
    guard area == 0 || area >= study.areas.firstAuthority else { return }
    for year in study.years.reported where known.exists[year] {
      guard let published = figures[year].published, let pooled = figures[year].pooled.value,
        let explicable = figures[year].explicable
      else { continue }
      let difference = published.value - pooled
      let isExplained = difference.magnitude <= explicable.bound
      let row = Reconciliation(
        place: study.areas.areas[area].place, indicator: indicator.id, year: study.years.year(year),
        published: .value(published.value), publishedDecimals: published.decimals, pooled: .value(pooled),
        difference: .value(difference),
        coverage: figures[year].coverage ?? Coverage(schools: 0, schoolsExpected: 0, pupils: 0, pupilsExpected: 0),
        explicable: .value(explicable.bound), explanation: words(difference, explicable, isExplained),
        isExplained: isExplained)
      rows.append(row)
      if !isExplained { findings.append(finding(indicator, row, published, explicable, area)) }
    }
  }

  private func words(_ difference: Rational, _ explicable: Explicable, _ isExplained: Bool) -> String {
    if difference.magnitude <= explicable.rounding { return "within rounding" }
    let parts = explicable.parts.isEmpty ? "no school is known to be missing" : explicable.parts.joined(separator: "; ")
    return isExplained ? parts : "more than is explained by rounding and " + parts
  }

  private func finding(
    _ indicator: Indicator, _ row: Reconciliation, _ published: PublishedShare, _ explicable: Explicable, _ area: Int
  ) -> Finding {
    let place = study.areas.areas[area]
    let source =
      published.source.map { study.data.sources.indices.contains($0.source) ? study.data.sources[$0.source].path : "" }
      ?? ""
    func text(_ value: Rational) -> String { value.text(decimals: max(1, published.decimals)) }
    // One decimal more, so that a difference just beyond its bound does not read as equal to it.
    func exact(_ value: Rational) -> String { value.text(decimals: max(1, published.decimals) + 1) }
    return Finding(
      rule: "reconciliation", severity: .warning, file: source, line: published.source?.line, column: "",
      value: text(published.value),
      message:
        "\(place.name) (\(place.place.code)), '\(indicator.id)' \(row.year.title): the official \(text(published.value)) and the pooled \(text(row.pooled.value!)) differ by \(exact(row.difference.value!.magnitude)), more than the \(exact(explicable.bound)) that missing schools and rounding explain; see that all its schools are in the files",
      action: "the official value is the headline")
  }
}
