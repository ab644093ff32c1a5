import HTML
import Indicators
import Rulebook
import SchoolStatistics
import Statistics

/// One authority on one indicator, formatted for the comparison tables: figure, place, neighbours, movement.
struct ComparedAuthority {
  let area: Area
  let indicator: Indicator
  let value: IndicatorValue
  let distribution: Distribution?

  /// Nil where the authority has no row of the indicator in the headline year.
  init?(_ area: Area, _ indicator: Indicator, _ content: ReportContent) {
    guard let value = content.results.value(indicator.id, area.place, content.results.headlineYear) else { return nil }
    (self.area, self.indicator, self.value) = (area, indicator, value)
    distribution = content.results.distribution(of: value)
  }

  var standing: Standing? { value.shownStanding }
  var name: String { area.shownName }

  /// What stands in place of a band: `nr` for too few pupils, otherwise the symbol of the missing figure.
  var symbol: String { value.value.reason?.symbol ?? (value.unrankedReason == nil ? "–" : "nr") }

  /// As it stands beside the limits of its band.
  var shownValue: String { StandingText.value(value, indicator, distribution) }
  var counts: String {
    if indicator.unit != .schools { return FigureText.counts(value.numerator, value.denominator) }
    guard let of = value.denominator.count, value.value.value != nil else { return "" }
    return "of \(FigureText.count(of))"
  }
  var difference: String? { FigureText.difference(value.difference, indicator) }
  var significance: String? { SignificanceText.words(value.significance, indicator.polarity) }
  var regionalDifference: String? { FigureText.difference(value.regionalDifference, indicator) }
  var regionalSignificance: String? { SignificanceText.words(value.regionalSignificance, indicator.polarity) }
  var change1: ChangeText? { ChangeText(value.change1, indicator) }
  var change3: ChangeText? { ChangeText(value.change3, indicator) }

  /// `joint 41st of 147 with data`, or why there is no rank.
  var rank: String? { standing.map(StandingText.rank) ?? value.unrankedReason ?? tooFew }
  /// True where the value is the top-quartile line itself and gives band B.
  var isOnTopLine: Bool { standing.map { $0.isTopQuartileInclusive && $0.band != "A" } ?? false }
  var needed: String? { standing.flatMap { StandingText.needed($0, indicator) } }
  var neighbourDifference: String? {
    standing.flatMap { FigureText.difference($0.neighbourDifference, StandingText.asRanked(indicator)) }
  }
  /// `3rd of 11, mean 70.5% of 10 neighbours`
  var neighbours: String? {
    guard let standing, let rank = standing.neighbourRank else { return nil }
    let count =
      standing.neighbourMean.value == nil ? "" : FigureText.count(standing.neighboursWithData, "neighbour")
    return
      "\(OrdinalText.ordinal(rank)) of \(standing.neighboursWithData + 1), mean \(StandingText.neighbours(standing, indicator)) of \(count)"
  }
  var rankChange1: String? {
    standing.flatMap { StandingText.rankChange($0.rankChange1, from: $0.earlierRank1, value, value.change1) }
  }
  /// `12th of 147, top quarter`, of the improvement over three years.
  var improvementPlace: String? { standing?.improvements[3].map(place) }
  /// `12th of 147, top quarter, over three years`
  var improvement: String? {
    guard let found = standing?.improvements[3] ?? standing?.improvements[1] else { return nil }
    return place(of: found) + (found.years == 1 ? ", over one year" : ", over three years")
  }

  private var tooFew: String? {
    value.standing.map { "\(FigureText.count($0.ranked, "authority", "authorities")) with data, too few to rank" }
  }

  private func place(of improvement: Improvement) -> String {
    (improvement.sharing > 1 ? "joint " : "") + OrdinalText.ordinal(improvement.rank) + " of \(improvement.ranked)"
      + (improvement.isTopQuartile ? ", top quarter" : improvement.isAboveMedian ? ", above median" : "")
  }

  /// England's value where it can stand among those of authorities; a number of schools cannot.
  private var england: Rational? { indicator.unit == .schools ? nil : value.national.value }

  var strip: HTML? {
    guard let distribution, let own = value.placed(in: distribution), standing != nil else { return nil }
    var text = "\(name) \(StandingText.value(value, indicator, distribution))"
    if let interval = value.interval {
      text += ", interval \(FigureText.interval(interval, decimals: indicator.decimals))"
    }
    if let band = standing?.band, !band.isEmpty { text += ", band \(band)" }
    if let national = england { text += "; England \(FigureText.value(national, indicator))" }
    return PositionStrip(
      distribution: distribution, marks: [PositionStrip.Mark(value: own, interval: value.interval)],
      england: england, text: text
    ).markup
  }
}
