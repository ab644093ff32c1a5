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
  var name: String { area.name.isEmpty ? "LA \(area.place.code)" : area.name }

  /// What stands in place of a band: `nr` for too few pupils, otherwise the symbol of the missing figure.
  var symbol: String { value.value.reason?.symbol ?? (value.unrankedReason == nil ? "–" : "nr") }

  var fields: PageValue {
    var fields: [String: PageValue] = [
      "name": .text(name), "code": .text(area.place.code), "id": .text(indicator.id),
      "indicator": .text(indicator.shortTitle),
      "value": .text(StandingText.value(value, indicator, distribution)),
      "missing": .flag(value.value.value == nil),
      "counts": .text(indicator.unit == .schools ? schools : FigureText.counts(value.numerator, value.denominator)),
      "strip": .optional(strip),
      "difference": .optional(FigureText.difference(value.difference, indicator)),
      "significance": .optional(significance(value.significance)),
      "regional": .optional(FigureText.difference(value.regionalDifference, indicator)),
      "regionalSignificance": .optional(significance(value.regionalSignificance)),
      "change1": change(value.change1), "change3": change(value.change3),
    ]
    if let interval = value.interval {
      fields["interval"] = .text(FigureText.interval(interval, decimals: indicator.decimals))
    }
    if let standing { add(standing, to: &fields) } else { fields["rank"] = .optional(value.unrankedReason ?? tooFew) }
    return .fields(fields)
  }

  private func add(_ standing: Standing, to fields: inout [String: PageValue]) {
    fields["rank"] = .text(StandingText.rank(standing))
    fields["shortRank"] = .text((standing.sharing > 1 ? "joint " : "") + OrdinalText.ordinal(standing.rank))
    fields["band"] = .text(standing.band)
    fields["inclusive"] = .flag(standing.isTopQuartileInclusive && standing.band != "A")
    if standing.decile > 0 { fields["decile"] = .text("\(standing.decile)") }
    fields["judgement"] = .text(StandingText.judgement(standing.judgement))
    fields["needed"] = .optional(StandingText.needed(standing, indicator))
    fields["neighbours"] = .text(StandingText.neighbours(standing, indicator))
    if standing.neighbourMean.value != nil {
      fields["neighboursWithData"] = .text(FigureText.count(standing.neighboursWithData, "neighbour"))
    }
    fields["neighbourDifference"] = .optional(FigureText.difference(standing.neighbourDifference, indicator))
    if let rank = standing.neighbourRank {
      fields["neighbourRank"] = .text(OrdinalText.ordinal(rank) + " of \(standing.neighboursWithData + 1)")
    }
    fields["rankChange1"] = .optional(StandingText.rankChange(standing.rankChange1, from: standing.earlierRank1))
    fields["rankChange3"] = .optional(StandingText.rankChange(standing.rankChange3, from: standing.earlierRank3))
    fields["improvement"] = .optional(improvement(standing))
    fields["improvementPlace"] = .optional(standing.improvements[3].map { place(of: $0) })
  }

  private var tooFew: String? {
    value.standing.map { "\(FigureText.count($0.ranked, "authority", "authorities")) with data, too few to rank" }
  }

  private var schools: String {
    guard let of = value.denominator.count, value.value.value != nil else { return "" }
    return "of \(FigureText.count(of))"
  }

  private func significance(_ found: Significance) -> String? {
    switch Direction(found, indicator.polarity) {
    case .better: "significantly better"
    case .worse: "significantly worse"
    default: nil
    }
  }

  private func change(_ change: Change) -> PageValue {
    guard let amount = change.value.value else {
      return change.value.reason == .notComparable ? ["reason": "not comparable"] : .nothing
    }
    let direction = Direction(amount, indicator)
    return [
      "amount": .text(FigureText.signed(amount, decimals: indicator.decimals)), "class": .text(direction.rawValue),
      "word": .text(direction.changeWord),
    ]
  }

  /// `12th of 147, top quarter, over three years`
  private func improvement(_ standing: Standing) -> String? {
    guard let found = standing.improvements[3] ?? standing.improvements[1] else { return nil }
    return place(of: found) + (found.years == 1 ? ", over one year" : ", over three years")
  }

  private func place(of improvement: Improvement) -> String {
    (improvement.sharing > 1 ? "joint " : "") + OrdinalText.ordinal(improvement.rank) + " of \(improvement.ranked)"
      + (improvement.isTopQuartile ? ", top quarter" : improvement.isAboveMedian ? ", above median" : "")
  }

  /// England's value where it can stand among those of authorities; a number of schools cannot.
  private var england: Rational? { indicator.unit == .schools ? nil : value.national.value }

  private var strip: Markup? {
    guard let distribution, let own = value.value.value, standing != nil else { return nil }
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
