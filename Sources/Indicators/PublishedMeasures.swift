import Rulebook
import SchoolStatistics

extension Rulebook {
  /// The rulebook with an indicator for every measure that the data brought with them, with a polarity: its values
  /// are those published, in the years in which the data hold some.
  ///
  /// A year of which the data hold reasons alone has none. A measure that stands in the same lines as one of the
  /// catalogue is that one under another name: it has its unit and its breaks besides its own.
  ///
  /// The id is the measure's with hyphens (`lait_pritotabs` is `lait-pritotabs`); in the order of phase and title.
  func adding(publishedMeasuresOf data: SchoolData) -> Rulebook {
    var years: [Measure: Set<AcademicYear>] = [:]
    for figure in data.published where figure.value.value != nil {
      years[figure.measure, default: []].insert(figure.year)
    }
    let equals = equals(data)
    var rulebook = self
    var ids = Set(catalogue.map(\.indicator.id))
    for (definition, phase) in definitions(data, years) {
      let id = indicatorID(definition.measure)
      guard ids.insert(id).inserted, let polarity = definition.polarity, let found = years[definition.measure] else {
        continue
      }
      let equal = equals[definition.measure].flatMap { id in catalogue.first { $0.indicator.id == id } }
      let indicator = Indicator(
        id: id, title: definition.title, shortTitle: definition.title, phase: phase,
        unit: equal?.indicator.unit ?? (definition.isPercentage ? .percent : .points), polarity: polarity,
        decimals: definition.decimals ?? 1, definition: "As published: \(definition.title).",
        source: "the dictionary among the data", certainty: "H", isAppendix1: false)
      var breaks: [AcademicYear: String] = [:]
      for year in found {
        breaks[year] =
          comparison.breakBefore(definition.measure, year)
          ?? equal.flatMap { rules(year)?.breaks[$0.indicator.id] }
      }
      rulebook.add(
        CatalogueEntry(
          indicator: indicator, calculation: PublishedCalculation(measure: definition.measure)),
        in: found.sorted(), breaks: breaks)
    }
    return rulebook
  }

  /// By measure of the data: the indicator of the catalogue whose figures stand in the same lines.
  private func equals(_ data: SchoolData) -> [Measure: String] {
    var told: [SourceLine: String] = [:]
    var known: [Measure: [PupilGroup: String]] = [:]
    for entry in catalogue {
      for measure in entry.calculation.measures {
        for group in entry.calculation.groups { known[measure, default: [:]][group] = entry.indicator.id }
      }
    }
    for figure in data.published {
      if let id = known[figure.measure]?[figure.group] { told[figure.sourceLine] = id }
    }
    var equals: [Measure: String] = [:]
    for figure in data.published where equals[figure.measure] == nil && known[figure.measure] == nil {
      if let id = told[figure.sourceLine] { equals[figure.measure] = id }
    }
    return equals
  }

  private func definitions(
    _ data: SchoolData, _ years: [Measure: Set<AcademicYear>]
  ) -> [(definition: MeasureDefinition, phase: Phase)] {
    data.measures.values
      .filter { $0.isFromData && ($0.polarity == .high || $0.polarity == .low) && years[$0.measure] != nil }
      .map { ($0, comparison.phase(of: $0)) }
      .sorted { a, b in
        let (left, right) = (Phase.allCases.firstIndex(of: a.1)!, Phase.allCases.firstIndex(of: b.1)!)
        return (left, a.0.title, a.0.measure.id) < (right, b.0.title, b.0.measure.id)
      }
  }
}

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

extension MeasureDefinition {
  /// Whether its title says that it is a percentage.
  fileprivate var isPercentage: Bool {
    title.contains("%") || ["percentage", "per cent", "percent of"].contains { title.lowercased().contains($0) }
  }
}
