import SchoolStatistics

/// The catalogue of indicators and the rules of every year: all that is known without looking at data.
///
/// Source: `indicators.json5`, `assumptions.json5` and `rulebook/<year>.json5` of the reference folder.
public struct Rulebook: Sendable {
  /// In the order of the catalogue.
  public private(set) var catalogue: [CatalogueEntry]
  public var choices: Choices
  public var comparison: ComparisonRules
  private var years: [Int: YearRules]

  public init(
    catalogue: [CatalogueEntry], years: [YearRules], choices: Choices = .default, comparison: ComparisonRules = .default
  ) {
    (self.catalogue, self.choices, self.comparison) = (catalogue, choices, comparison)
    self.years = Dictionary(uniqueKeysWithValues: years.map { ($0.year, $0) })
  }

  /// Years with rules, ascending.
  public var knownYears: [AcademicYear] { years.keys.sorted().map(AcademicYear.init(ending:)) }

  /// The catalogue as results show it.
  public var indicators: [Indicator] { catalogue.map(\.indicator) }

  /// The rules of a year; never those of another one. Throws `unknownYear`.
  public func rules(for year: AcademicYear) throws(RulebookError) -> YearRules {
    guard let rules = years[year.ending] else { throw .unknownYear(year.ending, known: knownYears.map(\.ending)) }
    return rules
  }

  package func rules(_ year: AcademicYear) -> YearRules? { years[year.ending] }
  package func entry(_ id: String) -> CatalogueEntry? { catalogue.first { $0.indicator.id == id } }

  /// How a share indicator is calculated; nil for an indicator of another kind.
  package func share(_ id: String) -> ShareCalculation? {
    entry(id)?.calculation as? ShareCalculation
  }

  /// The share of all pupils that a measure is the numerator of; nil where the catalogue has none.
  package func share(of numerator: Measure) -> ShareCalculation? {
    catalogue.lazy.compactMap { $0.calculation as? ShareCalculation }
      .first { $0.numerator == numerator && $0.group == .all }
  }

  /// Adds an indicator that is known only from the data, in all the years given, with what broke its series in some.
  package mutating func add(_ entry: CatalogueEntry, in existing: [AcademicYear], breaks: [AcademicYear: String] = [:])
  {
    catalogue.append(entry)
    for year in existing {
      years[year.ending]?.indicators.insert(entry.indicator.id)
      years[year.ending]?.breaks[entry.indicator.id] = breaks[year]
    }
  }
}
