import Indicators
import Rulebook
import SchoolStatistics

/// Beneath the tables, each indicator on demand: every year with its counts, groups of pupils, definition and source.
struct EvidenceSection: AuthoritySection {
  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    let entries = content.results.indicators.compactMap { entry($0, area, content) }
    guard !entries.isEmpty else { return nil }
    return Templates.render("evidence", ["indicators": .list(entries)])
  }

  private func entry(_ indicator: Indicator, _ area: Area, _ content: ReportContent) -> PageValue? {
    guard let row = IndicatorRow(indicator, area.place, content.results) else { return nil }
    let groups = PupilGroup.allCases.filter { $0 != row.latest?.group }
      .compactMap { content.results.value(indicator.id, area.place, content.results.headlineYear, $0) }
    return [
      "id": .text(indicator.id), "title": .text(indicator.title), "phase": .text(indicator.phase.title),
      "definition": .text(indicator.definition), "source": .text(indicator.source),
      "good": .text(good(indicator.polarity)),
      "assumed": .flag(indicator.certainty == "L"),
      "replaces": .text(
        indicator.replaces.compactMap { content.indicator($0)?.shortTitle }.joined(separator: ", ")),
      "rows": .list(
        row.series.compactMap { $0 }.map { figures($0, indicator, content, label: PeriodText.year($0.year)) }),
      "hasGroups": .flag(!groups.isEmpty),
      "groups": .list(groups.map { figures($0, indicator, content, label: $0.group.title) }),
      "year": .text(PeriodText.year(content.results.headlineYear)),
    ]
  }

  private func figures(
    _ value: IndicatorValue, _ indicator: Indicator, _ content: ReportContent, label: String
  ) -> PageValue {
    [
      "label": .text(label),
      "value": .text(FigureText.value(value.value, indicator)),
      "missing": .flag(value.value.value == nil),
      "numerator": .text(value.numerator.count.map(FigureText.count) ?? ""),
      "denominator": .text(value.denominator.count.map(FigureText.count) ?? ""),
      "interval": .text(value.interval.map { FigureText.interval($0, decimals: indicator.decimals) } ?? ""),
      "england": .text(value.national.value.map { FigureText.value($0, indicator) } ?? ""),
      "difference": .text(FigureText.difference(value.difference, indicator) ?? ""),
      "notes": .text(notes(value, indicator, content).joined(separator: "; ")),
    ]
  }

  private func notes(_ value: IndicatorValue, _ indicator: Indicator, _ content: ReportContent) -> [String] {
    var parts = NoteText.parts(value)
    // The reason stands where the value would.
    if let reason = value.value.reason { parts.removeAll { $0 == reason.title } }
    if let pooled = value.pooledYears {
      parts.append(
        "\(pooled.years.count) years pooled: \(FigureText.number(pooled.percent, decimals: indicator.decimals))%, "
          + "\(FigureText.count(pooled.numerator)) of \(FigureText.count(pooled.denominator))")
    }
    if value.origin == .published, value.year == content.results.headlineYear, let line = value.sources.first {
      parts.append("from \(AmbitionText.source(line, content.data))")
    }
    if let coverage = NoteText.coverage(value, below: 100) { parts.append(coverage) }
    return parts
  }

  private func good(_ polarity: Polarity) -> String {
    switch polarity {
    case .high: "A high figure is good."
    case .low: "A low figure is good."
    case .neutral: "Neither a high nor a low figure is good in itself."
    }
  }
}
