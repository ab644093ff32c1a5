import Rulebook
import SchoolStatistics

/// What Analysis found: the input of Report.
public struct IndicatorResults: Sendable {
  /// Years with a value or a reason, ascending.
  public var years: [AcademicYear]
  /// The year that the report is about, the last of `years`.
  public var headlineYear: AcademicYear
  /// In the order of the catalogue; only those that exist in one of `years`.
  public var indicators: [Indicator]
  /// England, then regions by code, then authorities by code.
  public var areas: [Area]
  /// Sorted by area, indicator, year, group (each in the order above).
  public private(set) var values: [IndicatorValue]
  public var schools: SchoolResults
  public var reconciliation: [Reconciliation]
  public var countedSchools: [CountedSchool]
  public var assumptions: [Assumption]
  /// Findings of Analysis: figures that cannot be reconciled, years without rules.
  public var findings: [Finding]
  /// Pupils from which a figure may be published, by year.
  public var publicationMinimum: [AcademicYear: Int] = [:]
  /// What ranks and bands were read from: one for each indicator, year and group that is ranked.
  public var distributions: [Distribution] = [] {
    didSet {
      distributionPositions = Dictionary(
        distributions.enumerated().map {
          (DistributionKey(indicator: $0.element.indicator, year: $0.element.year, group: $0.element.group), $0.offset)
        }, uniquingKeysWith: { first, _ in first })
    }
  }
  private var distributionPositions: [DistributionKey: Int] = [:]

  private struct DistributionKey: Hashable, Sendable {
    var indicator: String
    var year: AcademicYear
    var group: PupilGroup
  }

  /// How the authorities lie on an indicator where a value belongs; nil where it is not ranked.
  public func distribution(of value: IndicatorValue) -> Distribution? {
    distributionPositions[DistributionKey(indicator: value.indicator, year: value.year, group: value.group)]
      .map { distributions[$0] }
  }
  private var index: ValueIndex

  public init(
    years: [AcademicYear], headlineYear: AcademicYear, indicators: [Indicator], areas: [Area], values: [IndicatorValue],
    schools: SchoolResults, reconciliation: [Reconciliation] = [], countedSchools: [CountedSchool] = [],
    assumptions: [Assumption] = [], findings: [Finding] = []
  ) {
    (self.years, self.headlineYear, self.indicators, self.areas, self.values) = (
      years, headlineYear, indicators, areas, values
    )
    (self.schools, self.reconciliation, self.countedSchools) = (schools, reconciliation, countedSchools)
    (self.assumptions, self.findings) = (assumptions, findings)
    index = ValueIndex(values, indicators: indicators, areas: areas.count)
  }

  /// The value of an indicator for a place, year and group; nil where the indicator has no row there.
  /// `.all` stands for the indicator's own group (children in care of an indicator about them).
  public func value(_ indicator: String, _ place: Place, _ year: AcademicYear, _ group: PupilGroup = .all)
    -> IndicatorValue?
  {
    for position in index.positions(indicator, place) {
      let value = values[position]
      if value.year == year, value.group == group || (group == .all && value.group == index.group(indicator)) {
        return value
      }
    }
    return nil
  }

  /// The values of an indicator for a place over `years`; nil in years without a row.
  public func series(_ indicator: String, _ place: Place, _ group: PupilGroup = .all) -> [IndicatorValue?] {
    years.map { value(indicator, place, $0, group) }
  }

  public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }
}
