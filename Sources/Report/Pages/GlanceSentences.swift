import HTML
import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// What an authority's page says first, at most six sentences: the weakest indicator with the schools that make it,
/// schools below a line, targets that are not ambitious, what changed, and last the strongest indicator.
struct GlanceSentences {
  let area: Area
  /// Rows that were tested against England.
  let rows: [IndicatorRow]
  let content: ReportContent

  /// Schools and indicators named in one sentence; the rest is counted.
  private let named = 3

  var html: HTML? {
    let sentences = [weakest, counted] + content.ambition.latest(area.place).map(targets) + [changed, strongest]
    let said = sentences.compactMap { $0 }
    guard !said.isEmpty else { return nil }
    return HTML {
      "<ol class=\"six\">"
      for sentence in said.prefix(6) { "<li>\(sentence)</li>" }
      "</ol>"
    }
  }

  private func sentence(_ message: HTML, _ rest: HTML) -> HTML { "<strong>\(message)</strong><small>\(rest)</small>" }

  /// Names with commas between, and how many more there are.
  private func list(_ all: [HTML]) -> HTML {
    let left = all.count - named
    return "\(all.prefix(named).joined(separator: ", "))\(left > 0 ? " and \(FigureText.count(left)) more" : "")"
  }

  // MARK: Indicators

  /// Of the rows in one direction the one that stands at the end of England's order; without ranks the first.
  private func end(_ direction: Direction) -> IndicatorRow? {
    func place(_ row: IndicatorRow) -> Double {
      guard let standing = row.latest?.standing, standing.ranked > 0 else { return 0 }
      let share = Double(standing.rank) / Double(standing.ranked)
      return direction == .worse ? share : 1 - share
    }
    let inOrder = rows.filter { $0.direction == direction }.enumerated()
    return inOrder.max { (place($0.element), -$0.offset) < (place($1.element), -$1.offset) }?.element
  }

  private func figure(_ row: IndicatorRow) -> HTML {
    let counts = row.counts.map { $0.isEmpty ? "" : "; \($0)" } ?? ""
    let place = row.latest?.shownStanding.map { "; \(StandingText.rank($0))" } ?? ""
    return "England \(row.englandValue)\(counts)\(place)."
  }

  private var weakest: HTML? {
    guard let row = end(.worse) else { return nil }
    return sentence(
      "<a href=\"#\(row.indicator.id)\">\(row.name)</a>: \(row.value), significantly worse than England",
      "\(figure(row))\(schools(of: row.indicator).map { " \($0)" as HTML })")
  }

  private var strongest: HTML? {
    guard let row = end(.better) else { return nil }
    return sentence(
      "<a href=\"#\(row.indicator.id)\">\(row.name)</a>: \(row.value), significantly better than England", figure(row))
  }

  /// The schools that make an indicator: those significantly worse than England by themselves, the furthest first.
  private func schools(of indicator: Indicator) -> HTML? {
    guard case .localAuthority(let code) = area.place else { return nil }
    if indicator.unit == .schools { return nil }
    guard SchoolPages.shows(indicator) else { return "The groups of single schools are too few to say which make it." }
    let year = content.results.headlineYear
    let fewest = content.results.fewest(in: year)
    let found = content.schoolsWithResults(of: code).compactMap { school -> (school: School, value: IndicatorValue)? in
      let values = content.results.schools.values(of: school).filter { $0.year == year && $0.indicator == indicator.id }
      guard let value = values.first(where: { $0.group == .all }) ?? values.first, value.value.value != nil,
        value.denominator.count.map({ $0 >= fewest }) ?? true
      else { return nil }
      return (content.data.schools[school], value)
    }
    guard !found.isEmpty else { return nil }
    let worse = found.filter { Direction($0.value.significance, indicator.polarity) == .worse }
      .sorted { a, b in
        let (left, right) = (a.value.value.value!, b.value.value.value!)
        if left == right { return a.school.urn < b.school.urn }
        return (left < right) == (indicator.polarity != .low)
      }
    let whole: HTML = " <a href=\"schools.html#\(indicator.phase.rawValue)\">All schools</a>."
    if worse.isEmpty { return "No school is significantly worse by itself.\(whole)" }
    let names = worse.map { one in
      "<a href=\"schools.html#\(SchoolPages.row(one.school, indicator.phase))\">\(one.school.shownName)</a> \(FigureText.value(one.value.value, indicator))"
        as HTML
    }
    return
      "Significantly worse by themselves, \(FigureText.count(worse.count)) of \(FigureText.count(found.count, "school")): \(list(names)).\(whole)"
  }

  /// Schools below the floor, coasting and the like: what a school is better without.
  private var counted: HTML? {
    guard case .localAuthority(let code) = area.place else { return nil }
    let year = content.results.headlineYear
    let byIndicator = Dictionary(grouping: content.countedSchools(of: code).filter { $0.year == year }, by: \.indicator)
    let lists = content.results.indicators.filter { $0.polarity == .low }.compactMap { indicator -> HTML? in
      guard let schools = byIndicator[indicator.id] else { return nil }
      let names = schools.map { "\(content.data.schools[$0.school].shownName)" as HTML }
      return "\(indicator.shortTitle) (\(FigureText.count(schools.count))): \(list(names))."
    }
    guard !lists.isEmpty else { return nil }
    let all = Set(byIndicator.filter { content.indicator($0.key)?.polarity == .low }.values.joined().map(\.school))
    return sentence(
      "<a href=\"#counted\">\(FigureText.count(all.count, "school"))</a> below a line or coasting",
      "\(lists.joined(separator: " "))")
  }

  // MARK: Targets and change

  private func targets(_ ambition: AreaAmbition) -> HTML? {
    let judged = ambition.schools.map { content.ambition.results.schools[$0] }
    let unmet = judged.filter { [.notMet, .notSet].contains($0.verdict) }
      .sorted { (-$0.unmet.count, $0.school) < (-$1.unmet.count, $1.school) }
    guard !unmet.isEmpty else { return nil }
    let names = unmet.map { school in
      let known = content.data.schools[school.school]
      let why =
        school.verdict == .notSet
        ? school.verdict.title : FigureText.count(school.unmet.count, "criterion", "criteria") + " not met"
      return
        "<a href=\"targets.html#\(TargetPages.row(known, school.phase))\">\(known.shownName)</a> (\(why))" as HTML
    }
    let what = unmet.contains { $0.verdict == .notSet } ? "not ambitious or not set" : "not ambitious"
    let of = FigureText.count(judged.count, "target")
    return sentence(
      "\(FigureText.count(unmet.count)) of \(of) for \(ambition.targetYear.ending), \(ambition.phase.title), \(what)",
      "\(list(names)).")
  }

  /// What differs from last year by more than chance.
  private var changed: HTML? {
    let moved = rows.compactMap { row -> (row: IndicatorRow, amount: String, direction: Direction)? in
      guard let latest = row.latest, [.above, .below].contains(latest.change1.significance),
        case .change(let amount, _, let direction)? = row.change1, direction == .better || direction == .worse
      else { return nil }
      return (row, amount, direction)
    }
    guard !moved.isEmpty else { return nil }
    func names(_ direction: Direction, _ word: HTML) -> HTML? {
      let names = moved.filter { $0.direction == direction }.map {
        "<a href=\"#\($0.row.indicator.id)\">\($0.row.name)</a> \($0.amount)" as HTML
      }
      return names.isEmpty ? nil : "\(word): \(list(names))."
    }
    let before = (content.results.headlineYear - 1).ending
    return sentence(
      "Since \(before), \(FigureText.count(moved.count, "indicator")) changed by more than chance",
      "\([names(.worse, "Worse"), names(.better, "Better")].compactMap { $0 }.joined(separator: " "))")
  }
}
