import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// Makes the pre-visit pack of any school, one at a time: nothing is kept of a pack that was made.
///
/// ```swift
/// let maker = PackMaker(data, results, ambition, PackOptions())
/// let pack = maker.pack(for: 17, season: .autumn)
/// ```
/// Making a maker looks once over all schools of England, O(schools); a pack is O(its figures).
///
/// Source: rulebook §9; The School Improvement Partner's Brief, edition 3; Kent Improvement Partner Handbook 2009-2010.
public struct PackMaker: Sendable {
  public let data: SchoolData
  public let options: PackOptions
  let results: IndicatorResults
  let years: [AcademicYear]
  let indicators: [String: Indicator]
  private let measures: [PackMeasure]
  let survey: NationalSurvey
  let ambition: AmbitionIndex
  private let links: SchoolSuccession
  let countedSchools: [Int: [CountedSchool]]
  private let authorityNames: [LocalAuthorityCode: String]
  private let sources: [String]

  public init(_ data: SchoolData, _ results: IndicatorResults, _ ambition: AmbitionResults, _ options: PackOptions) {
    (self.data, self.results, self.options) = (data, results, options)
    years = Array(results.years.filter { $0 <= results.headlineYear }.suffix(4))
    indicators = Dictionary(results.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    measures = PackMeasure.all(results.indicators)
    survey = NationalSurvey(results, measures, data, options: options)
    self.ambition = AmbitionIndex(ambition)
    links = SchoolSuccession(data.links)
    countedSchools = Dictionary(grouping: results.countedSchools, by: \.school)
    authorityNames = Dictionary(data.authorities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    sources = data.sources.filter { !$0.layout.isEmpty }.map {
      $0.path.split(separator: "/").last.map(String.init) ?? $0.path
    }
  }

  /// The pack of a school (index in `SchoolData.schools`).
  ///
  /// - Parameter isHandover: for a partner new to the school: agreed actions and figures of two years.
  public func pack(for position: Int, season: Season, isHandover: Bool = false) -> Pack {
    let school = data.schools[position]
    let visit = PackVisit(season: season, results: results.headlineYear)
    let evidence = evidence(of: position)
    let comparators = PackComparators(
      results: results, authority: school.authority, similar: ambition.similar(to: position, in: results.headlineYear),
      counts: survey.counts)
    let day = season.lastDay(results: results.headlineYear)
    let inspections = data.inspections.newestFirst(position, until: day)
    let context = data.context[position].filter { $0.year.ending <= results.headlineYear.ending + 1 }
      .max { $0.year < $1.year }
    let attendance = data.attendance[position].filter { $0.isKnown(at: season, results: results.headlineYear) }
      .sorted { ($0.year, $0.period) < ($1.year, $1.period) }
    let actions = AgreedActions.before(
      season.firstDay(results: results.headlineYear), data.visitActions[position], isHandover: isHandover)
    let choice = NotableSentences.choose(evidence, season: season)
    let flags = PackFlags.flags(
      evidence, counted: countedSchools[position] ?? [], measures: data.measures, inspections: inspections,
      target: evidence.newestTarget,
      raised: choice.raised)
    let authorityName = authorityNames[school.authority] ?? "Authority \(school.authority)"
    var pack = Pack(
      school: PackSchool(
        urn: school.urn, name: school.name, authority: school.authority, authorityName: authorityName,
        type: school.type,
        kind: school.kind),
      visit: visit, isHandover: isHandover, isSynthetic: data.isSynthetic, flags: flags,
      notices: PackNotices.notices(evidence, links: links, schools: data),
      facts: PackFacts.facts(evidence, context: context, attendance: attendance, inspection: inspections.first),
      sentences: choice.sentences, enquiries: choice.enquiries, agreedActions: actions,
      sections: sections(evidence, comparators, season, inspections, attendance),
      checklist: DataChecklist.items(supplied(evidence, attendance, inspections, actions, context), kind: school.kind),
      quiet: QuietSection.section(evidence, comparators, raised: choice.raised),
      noteOfVisit: NoteOfVisit.entries(
        evidence, comparators, authorityName: authorityName, visit: visit, context: context, inspections: inspections,
        flags: flags),
      need: SchoolNeed.need(flags: flags, sentences: choice.sentences),
      comparisonsTested: evidence.comparisonsTested, minimumCohort: options.minimumCohort, sources: sources)
    pack.lastInspection = inspections.first?.sentence ?? ""
    return pack
  }

  /// The figures of a school; public to tests through `@testable`.
  func evidence(of position: Int) -> PackEvidence {
    let school = data.schools[position]
    var evidence = PackEvidence(
      school: school, position: position, years: years, minimumCohort: options.minimumCohort, floors: options.floors,
      indicators: indicators, measures: measures, distributions: survey.distributions,
      values: results.schools.values(of: position))
    evidence.ambition = ambition.record(of: position, after: results.headlineYear)
    evidence.countedBy = Set(
      (countedSchools[position] ?? []).filter { $0.year == results.headlineYear }.map(\.indicator))
    evidence.ambition.success = ambition.success(of: school.urn)
    return evidence
  }

  private func sections(
    _ evidence: PackEvidence, _ comparators: PackComparators, _ season: Season, _ inspections: [Inspection],
    _ attendance: [AttendanceRecord]
  ) -> [PackSection] {
    let shares: [PackMeasure.Role] = [
      .attainment, .alsoAttainment, .progressEnglish, .progressMaths, .lowAttainment, .score,
    ]
    let attainment = AttainmentSection.section(
      evidence, comparators, measures: evidence.measures.filter { shares.contains($0.role) })
    let valueAdded = ValueAddedSection.section(evidence.ambition.standings)
    let groups = GroupsSection.section(evidence, comparators)
    let absence = AttendanceSection.section(evidence, comparators, records: attendance)
    let targets = TargetsSection.section(evidence, season: season)
    let past = PastTargetsSection.section(evidence)
    let inspected = InspectionsSection.section(inspections, season: season)
    let documents = SchoolDocumentsSection.section(season, results: results.headlineYear)
    let order: [PackSection?] =
      switch season {
      case .autumn: [attainment, valueAdded, groups, targets, past, absence, inspected, documents]
      case .spring: [targets, past, groups, absence, inspected, attainment, valueAdded, documents]
      case .summer: [targets, past, attainment, valueAdded, groups, inspected, absence, documents]
      }
    return order.compactMap { $0 }
  }

  private func supplied(
    _ evidence: PackEvidence, _ attendance: [AttendanceRecord], _ inspections: [Inspection],
    _ actions: [AgreedAction],
    _ context: ContextRecord?
  ) -> DataChecklist.Supplied {
    DataChecklist.Supplied(
      results: evidence.headline != nil, earlyYears: evidence.row("ey-threshold")?.value.value.value != nil,
      valueAdded: !evidence.ambition.standings.isEmpty, attendance: !attendance.isEmpty,
      targets: evidence.targets.contains { $0.target.value != nil },
      estimates: evidence.targets.contains { $0.estimateB.value != nil || $0.benchmark?.origin == .estimateD },
      targetOutcomes: !evidence.targetOutcomes.isEmpty, inspections: !inspections.isEmpty, actions: !actions.isEmpty,
      context: context != nil)
  }
}
