import HTML
import Indicators
import Rulebook
import SchoolStatistics

/// One indicator of one place, formatted for the tables of pages: the figure with its counts, comparator, interval and
/// direction. Sections and packs take from it what they show.
struct IndicatorRow {
  let indicator: Indicator
  /// By year, in the order of `results.years`.
  let series: [IndicatorValue?]
  let england: [IndicatorValue?]
  /// The headline year's value; nil where the indicator has none.
  let latest: IndicatorValue?
  let years: [AcademicYear]

  /// Nil where the place has no value of the indicator in any year.
  init?(_ indicator: Indicator, _ place: Place, _ results: IndicatorResults) {
    guard let group = Self.group(indicator.id, place, results) else { return nil }
    self.indicator = indicator
    years = results.years
    series = results.series(indicator.id, place, group)
    england = results.series(indicator.id, .national, group)
    latest = results.value(indicator.id, place, results.headlineYear, group)
  }

  /// All pupils; for an indicator that is about one group alone, that group.
  private static func group(_ indicator: String, _ place: Place, _ results: IndicatorResults) -> PupilGroup? {
    ([.all] + PupilGroup.allCases.filter { $0 != .all }).first { group in
      results.years.contains { results.value(indicator, place, $0, group) != nil }
    }
  }

  var name: String { indicator.shortTitle }
  /// The headline year's figure, or in words why there is none.
  var value: String { latest.map { FigureText.value($0.value, indicator) } ?? endedText }
  var isMissing: Bool { latest?.value.value == nil }
  var coverage: String? { latest.flatMap { NoteText.coverage($0) } }
  var interval: String? { latest?.interval.map { FigureText.interval($0, decimals: indicator.decimals) } }
  var englandValue: String? { latest?.national.value.map { FigureText.value($0, indicator) } }
  var difference: String? { latest.flatMap { FigureText.difference($0.difference, indicator) } }
  var change1: ChangeText? { latest.flatMap { ChangeText($0.change1, indicator) } }
  var change3: ChangeText? { latest.flatMap { ChangeText($0.change3, indicator) } }
  /// What a reader must know beside the name; rules and exact probabilities stand with the evidence.
  var notes: [String] {
    breaks + (latest?.notes ?? []).filter { !$0.hasPrefix("rule: ") && !$0.hasPrefix(Self.tooFew) }
  }
  private static let tooFew = "too few for a test"

  /// For an indicator that the headline year's rules no longer have: when it ended.
  private var endedText: String {
    series.last { $0 != nil }.flatMap { $0 }.map { "to \($0.year.ending) only" } ?? "no figure"
  }

  /// `2,481 of 3,479`; schools are `of 84 (6.0%)`, since the value is their number.
  var counts: String? {
    guard let value = latest else { return nil }
    guard indicator.unit == .schools else { return FigureText.counts(value.numerator, value.denominator) }
    guard value.value.value != nil, let of = value.denominator.count else { return "" }
    let share = FigureText.shareText(value.numerator, value.denominator)
    return "of \(FigureText.count(of))" + (share.isEmpty ? "" : ", \(share)")
  }

  var pooled: String? {
    guard let pooled = latest?.pooledYears else { return nil }
    return "\(pooled.years.count) years: \(FigureText.number(pooled.percent, decimals: indicator.decimals))%, "
      + "\(FigureText.count(pooled.numerator)) of \(FigureText.count(pooled.denominator))"
  }

  /// Where the figure comes from, in a word or two.
  var flags: [String] {
    guard let value = latest else { return [] }
    var flags: [String] = []
    if value.origin == .published && value.value.value != nil { flags.append("published") }
    if value.isEstimated { flags.append("estimated") }
    return flags
  }

  /// Longest text of a change of definition in a row; a longer one, like the text of a rule, stands with the evidence.
  private static let longestNote = 64

  /// Changes of definition within the years shown.
  private var breaks: [String] {
    series.dropFirst().compactMap { value in
      guard let value, let change = value.breakBefore else { return nil }
      let words = "New definition from \(value.year.ending)"
      return words.count + change.count + 2 > Self.longestNote ? words : "\(words): \(change)"
    }
  }

  /// Numbers of schools compare as shares.
  var englandShare: String? {
    guard indicator.unit == .schools, let value = latest, let nation = england.last ?? nil, nation.year == value.year
    else { return nil }
    let share = FigureText.shareText(nation.numerator, nation.denominator)
    return share.isEmpty ? nil : share
  }

  /// For a significant difference from England; nil where there is none or it was not tested.
  var direction: Direction? { latest.flatMap { Direction($0.significance, indicator.polarity) } }

  /// Nothing where it was not tested.
  var significance: String? {
    latest.flatMap { value in
      value.significance == .notTested
        ? value.notes.contains { $0.hasPrefix(Self.tooFew) } ? "too few to test" : nil
        : SignificanceText.words(value.significance, indicator.polarity) ?? "not significant"
    }
  }

  /// Figures of the series: shares of schools where the value is a number of schools, which differs with size.
  private func plotted(_ value: IndicatorValue?) -> Rational? {
    guard let value else { return nil }
    return indicator.unit == .schools ? FigureText.share(value.numerator, value.denominator) : value.value.value
  }

  /// The own series solid, England dashed; nil where there is nothing to draw.
  var chart: HTML? {
    let points = years.indices.map { index in
      SeriesChart.Point(
        label: "\(years[index].ending)", own: plotted(series[index]),
        england: plotted(england[index]) ?? series[index]?.national.value,
        isAfterBreak: (series[index] ?? england[index])?.breakBefore != nil)
    }
    return SeriesChart(
      points: points, decimals: indicator.unit == .schools ? 1 : indicator.decimals,
      suffix: indicator.unit == .schools ? "%" : FigureText.suffix(indicator.unit),
      name: indicator.shortTitle, isEngland: latest?.place == .national
    ).markup
  }
}
