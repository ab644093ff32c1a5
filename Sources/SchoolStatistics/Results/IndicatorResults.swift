/// England, a region or an authority, as results are reported for it.
public struct Area: Sendable {
  public var place: Place
  public var name: String
  public var onsCode: String
  /// Empty for England.
  public var regionCode: String
  public var regionName: String
  public init(place: Place, name: String, onsCode: String, regionCode: String, regionName: String) {
    (self.place, self.name, self.onsCode) = (place, name, onsCode)
    (self.regionCode, self.regionName) = (regionCode, regionName)
  }
}

/// A choice that the sources leave open, shown in the output.
public struct Assumption: Hashable, Sendable {
  /// Option name in reference data: `eyfsp-gap.cut`.
  public var id: String
  public var choice: String
  /// Why it is open and what else could be chosen.
  public var reason: String
  public init(id: String, choice: String, reason: String) { (self.id, self.choice, self.reason) = (id, choice, reason) }
}

/// Published against pooled, for one authority (or England), indicator and year.
public struct Reconciliation: Sendable {
  public var place: Place
  public var indicator: String
  public var year: AcademicYear
  public var published: Figure
  public var publishedDecimals: Int
  public var pooled: Figure
  /// Published minus pooled.
  public var difference: Figure
  public var coverage: Coverage
  /// The largest difference that missing schools, suppressed cohorts and rounding could explain.
  public var explicable: Figure
  /// What explains it, in words; "within rounding", "12 special schools without results (87 pupils)".
  public var explanation: String
  public var isExplained: Bool
  public init(
    place: Place, indicator: String, year: AcademicYear, published: Figure, publishedDecimals: Int, pooled: Figure,
    difference: Figure, coverage: Coverage, explicable: Figure, explanation: String, isExplained: Bool
  ) {
    (self.place, self.indicator, self.year) = (place, indicator, year)
    (self.published, self.publishedDecimals, self.pooled) = (published, publishedDecimals, pooled)
    (self.difference, self.coverage, self.explicable) = (difference, coverage, explicable)
    (self.explanation, self.isExplained) = (explanation, isExplained)
  }
}

/// A school counted by an indicator that counts schools (below floor, coasting), with the tests it met.
public struct CountedSchool: Sendable {
  public var indicator: String
  public var year: AcademicYear
  /// Index in `SchoolData.schools`.
  public var school: Int
  public var authority: LocalAuthorityCode
  private let words: @Sendable () -> [String]

  /// `tests` are worked out when they are read: few outputs show them, and of some of the schools only.
  public init(
    indicator: String, year: AcademicYear, school: Int, authority: LocalAuthorityCode,
    tests: @autoclosure @escaping @Sendable () -> [String]
  ) {
    (self.indicator, self.year, self.school, self.authority, words) = (indicator, year, school, authority, tests)
  }

  /// Each test with the numbers compared: "16 of 31 at level 4+ (51.6%) is below 55%".
  public var tests: [String] { words() }
}

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

/// The same indicators for every school, made one school at a time so that 20,000 schools need little memory.
public struct SchoolResults: Sendable {
  /// Indices in `SchoolData.schools` of schools with any value, ascending.
  public var schools: [Int]
  private let make: @Sendable (Int) -> [IndicatorValue]

  public init(schools: [Int], make: @escaping @Sendable (Int) -> [IndicatorValue]) {
    (self.schools, self.make) = (schools, make)
  }

  /// All values of a school (index in `SchoolData.schools`), by indicator, year and group.
  public func values(of school: Int) -> [IndicatorValue] { make(school) }
}
