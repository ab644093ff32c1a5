import HTML
import Indicators
import Rulebook
import SchoolStatistics
import Statistics
import TargetAmbition

/// `la/<code>/schools.html`: the schools of an authority by its indicators, so that one sees which schools make a figure.
///
/// A figure that differs from England's by more than chance is marked; what counts a school (below floor, coasting) and
/// the verdict on its target stand beside it.
struct SchoolPages: ReportOutput {
  let format = ReportFormat.html
  let isPerAuthority = true

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let areas = content.authorities.filter { Self.isThere($0, content) }
    try inOrder(areas.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: "la/\(areas[index].place.code)/schools.html", page: Self.render(areas[index], content).bytes)
    } use: { (made) throws(ReportError) in
      try folder.write(made.page, to: made.name)
    }
  }

  static func isThere(_ area: Area, _ content: ReportContent) -> Bool {
    guard case .localAuthority(let code) = area.place else { return false }
    return !content.schoolsWithResults(of: code).isEmpty
  }

  /// Whether the page has a column for it. A gap between groups of one school is mostly chance: they are too few.
  static func shows(_ indicator: Indicator) -> Bool { [.percent, .points].contains(indicator.unit) }

  /// The id of a school's row.
  static func row(_ school: School, _ phase: Phase) -> String { "\(phase.rawValue)-\(school.urn.description)" }

  static func render(_ area: Area, _ content: ReportContent) -> HTML {
    let year = PeriodText.year(content.results.headlineYear)
    let schools = schools(area, content)
    return Page(
      title: "\(area.name), schools", heading: "\(area.name): schools",
      subtitle: "Every school on every indicator · results of \(year)", root: "../../",
      way: PageWay(area, on: .schools, content), isWide: true, script: Document.script
    ).render(content) {
      """
      <p class="bands"><span class="band A">+</span> significantly better than England <span class="band D">–</span> significantly worse. <b>few</b> too few pupils to say anything of one year; <b>x</b> not available. Gaps between groups of one school are left to its pack.</p>
      """
      for phase in Phase.allCases { table(phase, schools, area, content) }
    }
  }

  /// A school with its figures of the year, by indicator.
  struct Shown {
    let school: School
    let values: [String: IndicatorValue]
    let counted: [String]
    let targets: [SchoolAmbition]
    /// Names of its partners; nil where the inputs know of none.
    let partners: String?
  }

  static func schools(_ area: Area, _ content: ReportContent) -> [Shown] {
    guard case .localAuthority(let code) = area.place else { return [] }
    let year = content.results.headlineYear
    let counted = Dictionary(
      grouping: content.countedSchools(of: code).filter { $0.year == year }, by: \.school)
    let targets = Dictionary(
      grouping: content.ambition.latest(area.place).flatMap(\.schools).map { content.ambition.results.schools[$0] },
      by: \.school)
    let partners = content.partners.value
    return content.schoolsWithResults(of: code).map { position in
      let values = content.results.schools.values(of: position).filter { $0.year == year }
      return Shown(
        school: content.data.schools[position],
        // An indicator about one group alone has no row of all pupils.
        values: Dictionary(values.map { ($0.indicator, $0) }) { a, b in a.group == .all ? a : b.group == .all ? b : a },
        counted: (counted[position] ?? []).compactMap { content.indicator($0.indicator)?.shortTitle },
        targets: targets[position] ?? [],
        partners: partners.isKnown ? partners.names(of: position).joined(separator: ", ") : nil)
    }.sorted { ($0.school.name, $0.school.urn) < ($1.school.name, $1.school.urn) }
  }

  private static func table(_ phase: Phase, _ all: [Shown], _ area: Area, _ content: ReportContent) -> HTML? {
    let indicators = content.results.indicators.filter { $0.phase == phase && shows($0) }
      .filter { indicator in all.contains { $0.values[indicator.id]?.value.value != nil } }
    let schools = all.filter { school in indicators.contains { school.values[$0.id] != nil } }
    guard !indicators.isEmpty, !schools.isEmpty else { return nil }
    let heads = indicators.map {
      "<th scope=\"col\" class=\"turned\" data-column=\"rank\"><span>\($0.shortTitle)</span></th>" as HTML
    }
    let judged = schools.contains { !$0.targets.isEmpty }
    let target: HTML? = judged ? "<th scope=\"col\" class=\"who\" data-column=\"name\">Target</th>" : nil
    let nation = indicators.map { indicator -> HTML in
      let england = content.results.value(indicator.id, .national, content.results.headlineYear)
      return "<td>\(england.map { FigureText.value($0.value, indicator) })</td>"
    }
    let partners = content.partners.value
    let partner: HTML? =
      partners.isKnown ? "<th scope=\"col\" class=\"who\" data-column=\"name\">Partner</th>" : nil
    let blank = ([judged, partners.isKnown].filter { $0 }).map { _ in "<td></td>" as HTML }.joined()
    return HTML {
      """
      <section class="heat-section" aria-labelledby="\(phase.rawValue)" data-what="schools" data-bands="A:better somewhere;D:worse somewhere">
      <h2 id="\(phase.rawValue)">\(phase.title) <span class="soft">\(FigureText.count(schools.count, "school"))</span></h2>
      <div class="tools" hidden></div>
      <div class="scroll" role="region" aria-label="Schools, \(phase.title)" tabindex="0">
      <table class="heat grid">
      <caption>Schools of \(area.name) by indicator.</caption>
      <thead>
      <tr><th scope="col" class="who" data-column="name">School</th>\(heads.joined())<th scope="col" class="who" data-column="name">Counted as</th>\(target)\(partner)</tr>
      <tr class="england"><th scope="row">England</th>\(nation.joined())<td></td>\(blank)</tr>
      </thead>
      <tbody>
      """
      let fewest = content.results.fewest(in: content.results.headlineYear)
      for school in schools { row(school, indicators, phase, fewest: fewest, judged: judged) }
      """
      </tbody>
      </table>
      </div>
      </section>
      """
    }
  }

  private static func row(_ shown: Shown, _ indicators: [Indicator], _ phase: Phase, fewest: Int, judged: Bool) -> HTML
  {
    let cells = indicators.map { cell(shown.values[$0.id], $0, fewest: fewest) }
    let target: HTML? =
      judged
      ? "<td class=\"who\">\(shown.targets.filter { $0.phase == phase }.map { verdict($0, shown.school) }.joined(separator: "; "))</td>"
      : nil
    let partner = shown.partners.map { "<td class=\"who\">\($0)</td>" as HTML }
    return
      "<tr><th scope=\"row\" id=\"\(Self.row(shown.school, phase))\">\(shown.school.shownName)<small>\(shown.school.urn.description)</small></th>\(cells.joined())<td class=\"who\">\(shown.counted.joined(separator: "; "))</td>\(target)\(partner)</tr>"
  }

  /// The verdict, which leads to the comparisons behind it.
  private static func verdict(_ target: SchoolAmbition, _ school: School) -> HTML {
    "<a href=\"targets.html#\(TargetPages.row(school, target.phase))\">\(target.verdict.title)</a>"
  }

  private static func cell(_ value: IndicatorValue?, _ indicator: Indicator, fewest: Int) -> HTML {
    guard let value else { return "<td class=\"no\"></td>" }
    if let cohort = value.denominator.count, cohort < fewest { return "<td class=\"no\">few</td>" }
    guard let figure = value.value.value else { return "<td class=\"no\">\(value.value.reason?.symbol)</td>" }
    // Best first where a reader sorts.
    let order = (indicator.polarity == .low ? figure : -figure).text(decimals: 3)
    let text = FigureText.number(figure, decimals: indicator.decimals)
    return switch Direction(value.significance, indicator.polarity) {
    case .better:
      "<td class=\"A\" data-rank=\"\(order)\">\(text)<small>+ \(counts(value, indicator.counted))</small></td>"
    case .worse:
      "<td class=\"D\" data-rank=\"\(order)\">\(text)<small>– \(counts(value, indicator.counted))</small></td>"
    default: "<td data-rank=\"\(order)\">\(text)<small>\(counts(value, indicator.counted))</small></td>"
    }
  }

  /// Pupils; the half million sessions of a school say nothing of its size.
  private static func counts(_ value: IndicatorValue, _ counted: CountedThing) -> String {
    guard counted == .pupils else { return "" }
    return value.denominator.count.map { "of \(FigureText.count($0))" } ?? ""
  }
}

extension IndicatorResults {
  /// Fewest pupils of one school of whom a figure of the year is shown.
  func fewest(in year: AcademicYear) -> Int { publicationMinimum[year] ?? 11 }
}
