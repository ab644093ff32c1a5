import Disclosure
import Indicators
import Packs
import Rulebook
import SchoolStatistics

/// What every output reads: the run, what was asked for, and the lookups that several outputs need.
struct ReportContent: Sendable {
  let run: Run
  let options: ReportOptions
  /// England, the regions and the authorities that the report is limited to, in the order of the results.
  let areas: [Area]
  let ambition: AmbitionContent
  /// The day that the report is for.
  let day: CalendarDate
  /// Who has which school on the day of the report.
  let partners: Deferred<PartnersOfSchools>
  /// All findings, of Ingest and of Analysis, in the order of the quality report.
  let findings: [Finding]
  private let areasByPlace: [Place: Area]
  private let indicatorsByID: [String: Indicator]
  private let regionPages: [String: String]
  // What only pages need; a report of tables alone goes without.
  private let valueRanges: Deferred<[Place: Range<Int>]>
  private let schoolCounts: Deferred<[LocalAuthorityCode: SchoolCounts]>
  private let countedByAuthority: Deferred<[LocalAuthorityCode: [CountedSchool]]>
  private let reconciliationByPlace: Deferred<[Place: [Reconciliation]]>
  private let schoolsByAuthority: Deferred<[LocalAuthorityCode: [Int]]>
  private let rememberedFields = Remembered<[ComparisonField]>()
  private let rememberedOrder = Remembered<[Area]>()
  private let rememberedPublication = Remembered<PublicationDecision>()
  private let rememberedOpenData = Remembered<[OpenDataTable]>()

  /// Mainstream, state-funded schools of an authority.
  struct SchoolCounts: Sendable {
    var primary = 0
    var secondary = 0
  }

  init(_ run: Run, _ options: ReportOptions) throws(ReportError) {
    (self.run, self.options) = (run, options)
    areas = try Self.chosenAreas(run.results, options)
    findings = (run.findings + run.results.findings + run.ambition.findings).sorted()
    ambition = AmbitionContent(run.ambition)
    let day = run.ambition.day ?? options.term.firstDay(results: run.results.headlineYear)
    self.day = day
    partners = Deferred { PartnersOfSchools(run.data, on: day) }
    areasByPlace = Dictionary(run.results.areas.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    valueRanges = Deferred { Self.ranges(run.results.values) }
    indicatorsByID = Dictionary(run.results.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    regionPages = FileName.distinct(run.results.areas.lazy.map(\.regionName), taken: ["england"])
    countedByAuthority = Deferred { Dictionary(grouping: run.results.countedSchools, by: \.authority) }
    reconciliationByPlace = Deferred { Dictionary(grouping: run.results.reconciliation, by: \.place) }
    schoolsByAuthority = Deferred {
      Dictionary(grouping: run.results.schools.schools) { run.data.schools[$0].authority }
    }
    schoolCounts = Deferred { Self.countSchools(run.data.schools, in: run.results.headlineYear) }
  }

  var data: SchoolData { run.data }
  var results: IndicatorResults { run.results }
  var authorities: [Area] { areas.filter { $0.place.level == .localAuthority } }
  /// True where the report leaves out some of the authorities with results.
  var isLimited: Bool { areas.count < results.areas.count }

  /// All values of an area, in the order of the results.
  func values(of place: Place) -> ArraySlice<IndicatorValue> {
    valueRanges.value[place].map { results.values[$0] } ?? []
  }
  /// Whether a place has any figure in the headline year. O(values of the place).
  func hasFigures(_ place: Place) -> Bool {
    values(of: place).contains { $0.year == results.headlineYear && $0.value.value != nil }
  }
  func area(_ place: Place) -> Area? { areasByPlace[place] }
  func indicator(_ id: String) -> Indicator? { indicatorsByID[id] }
  /// The name of a region's page and workbook, without their ending.
  func pageName(ofRegion name: String) -> String { regionPages[name] ?? FileName.plain(name) }
  func schoolCounts(of code: LocalAuthorityCode) -> SchoolCounts { schoolCounts.value[code] ?? SchoolCounts() }
  func countedSchools(of code: LocalAuthorityCode) -> [CountedSchool] { countedByAuthority.value[code] ?? [] }
  func reconciliation(of place: Place) -> [Reconciliation] { reconciliationByPlace.value[place] ?? [] }

  /// Schools with results, by their index in the data.
  func schoolsWithResults(of code: LocalAuthorityCode) -> [Int] { schoolsByAuthority.value[code] ?? [] }

  /// England and the regions whose authorities are compared; none where nothing ranks them.
  var comparisonFields: [ComparisonField] { rememberedFields.value { ComparisonField.all(self) } }

  /// The page of the region that an authority is compared in; nil where there is none.
  func regionPath(of area: Area) -> String? {
    comparisonFields.first { field in
      !field.isEngland && field.name == area.regionName && field.authorities.contains { $0.place == area.place }
    }?.path
  }

  /// The authorities before and after one, by name.
  func beside(_ area: Area) -> (before: Area?, after: Area?) {
    let order = rememberedOrder.value { authorities.sorted { ($0.name, $0.place.code) < ($1.name, $1.place.code) } }
    guard let position = order.firstIndex(where: { $0.place == area.place }) else { return (nil, nil) }
    return (
      position > 0 ? order[position - 1] : nil, position + 1 < order.count ? order[position + 1] : nil
    )
  }

  /// The publishing files that hold a figure.
  var openData: [OpenDataTable] {
    rememberedOpenData.value {
      openDataThemes.compactMap { OpenDataTable($0, self, publication) }
    }
  }

  /// What may leave the authority, attacked; made once for all outputs.
  var publication: PublicationDecision { rememberedPublication.value { PublicationDecision(results) } }

  /// Where the values of each area stand; they are sorted by area.
  private static func ranges(_ values: [IndicatorValue]) -> [Place: Range<Int>] {
    var ranges: [Place: Range<Int>] = [:]
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, values[end].place == values[start].place { end += 1 }
      ranges[values[start].place] = start..<end
      start = end
    }
    return ranges
  }

  private static func countSchools(_ schools: [School], in year: AcademicYear) -> [LocalAuthorityCode: SchoolCounts] {
    var counts: [LocalAuthorityCode: SchoolCounts] = [:]
    let yearEnd = CalendarDate(year: year.ending, month: 8, day: 31)!
    for school in schools where school.isStateFunded && school.kind.isMainstream {
      if let closed = school.closed, closed < yearEnd { continue }
      if let opened = school.opened, opened > yearEnd { continue }
      if school.kind.serves(.primary) { counts[school.authority, default: SchoolCounts()].primary += 1 }
      if school.kind.serves(.secondary) { counts[school.authority, default: SchoolCounts()].secondary += 1 }
    }
    return counts
  }

  private static func chosenAreas(_ results: IndicatorResults, _ options: ReportOptions) throws(ReportError) -> [Area] {
    var chosen = results.areas
    if let wanted = options.authorities {
      for code in wanted where !chosen.contains(where: { $0.place == .localAuthority(code) }) {
        throw .unknownAuthority(code: code.description)
      }
      let places = Set(wanted.map { Place.localAuthority($0) })
      chosen = chosen.filter { $0.place.level != .localAuthority || places.contains($0.place) }
    }
    if !options.regions.isEmpty {
      let regions = results.areas.filter { $0.place.level == .regional }
      var codes: Set<String> = []
      for region in options.regions {
        guard
          let match = regions.first(where: { $0.place.code == region || $0.name.lowercased() == region.lowercased() })
        else {
          throw .unknownRegion(name: region, known: regions.map(\.name))
        }
        codes.insert(match.place.code)
      }
      chosen = chosen.filter { $0.place.level != .localAuthority || codes.contains($0.regionCode) }
    }
    // Regions without an authority that was asked for say nothing here.
    if options.authorities != nil || !options.regions.isEmpty {
      let regions = Set(chosen.filter { $0.place.level == .localAuthority }.map(\.regionCode))
      chosen = chosen.filter { $0.place.level != .regional || regions.contains($0.place.code) }
    }
    return chosen
  }
}
