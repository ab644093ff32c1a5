import SchoolStatistics

/// An indicator made at run time from a measure that came with the data, its values those published.
struct PublishedMeasureIndicator {
  var indicator: Indicator
  var measure: Measure
}

/// The measures that data files brought with them and that have a polarity, as indicators.
///
/// The id is the measure's with hyphens (`lait_PriTotAbs` is `lait-pritotabs`); sorted by phase and title.
func publishedMeasureIndicators(_ data: SchoolData, rules: ComparisonRules) -> [PublishedMeasureIndicator] {
  let withFigures = Set(data.published.map(\.measure))
  return data.measures.values
    .filter { $0.isFromData && $0.polarity != nil && $0.polarity != .neutral && withFigures.contains($0.measure) }
    .map { definition in
      PublishedMeasureIndicator(
        indicator: Indicator(
          id: indicatorID(definition.measure), title: definition.title, shortTitle: definition.title,
          phase: rules.phase(of: definition), unit: .points, polarity: definition.polarity!,
          decimals: definition.decimals ?? 1, definition: "As published: \(definition.title)",
          source: "the dictionary among the data", certainty: "H", isAppendix1: false),
        measure: definition.measure)
    }
    .sorted {
      phaseOrder($0.indicator) == phaseOrder($1.indicator)
        ? ($0.indicator.title, $0.measure.id) < ($1.indicator.title, $1.measure.id)
        : phaseOrder($0.indicator) < phaseOrder($1.indicator)
    }
}

private func phaseOrder(_ indicator: Indicator) -> Int { Phase.allCases.firstIndex(of: indicator.phase)! }

/// `lait_FSP_NEW_GOODDEV` → `lait-fsp-new-gooddev`: letters and digits in lower case, everything else a hyphen.
func indicatorID(_ measure: Measure) -> String {
  String(measure.id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
}

extension ComparisonRules {
  /// The phase of a measure by the words of its id and title; the last entry's where none matches.
  func phase(of definition: MeasureDefinition) -> Phase {
    let text = (definition.measure.id + " " + definition.title).lowercased()
    return phases.first { $0.words.contains { text.contains($0.lowercased()) } }?.phase ?? phases.last?.phase
      ?? .secondary
  }
}
