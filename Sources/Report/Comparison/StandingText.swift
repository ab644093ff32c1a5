import Indicators
import Rulebook
import SchoolStatistics

extension IndicatorValue {
  /// The standing that a page shows: a rank among fewer than ten authorities that give no bands says nothing.
  var shownStanding: Standing? {
    self.standing.flatMap { $0.band.isEmpty && $0.ranked < StandingText.fewestRanked ? nil : $0 }
  }
}

extension IndicatorValue {
  /// What it is ranked by: of a number of schools the share of the schools judged, unless the rules rank numbers.
  func placed(in distribution: Distribution) -> Rational? {
    guard distribution.isShareOfSchools else { return fields.value.value }
    return FigureText.share(fields.numerator, fields.denominator)
  }
}

/// Ranks, bands and movements in words.
enum StandingText {
  /// Authorities among which a rank without bands is told.
  static let fewestRanked = 10

  /// `joint 41st`
  static func shortRank(_ standing: Standing) -> String {
    (standing.sharing > 1 ? "joint " : "") + OrdinalText.ordinal(standing.rank)
  }

  /// `joint 41st of 147 with data`
  static func rank(_ standing: Standing) -> String { "\(shortRank(standing)) of \(standing.ranked) with data" }

  /// `129 pupils to A`; nil in band A and where nothing is counted.
  static func needed(_ standing: Standing, _ indicator: Indicator) -> String? {
    guard let needed = standing.neededForNextBand, let better = QuartileBand(rawValue: standing.band)?.next else {
      return nil
    }
    return FigureText.count(needed, counted(indicator)) + " to \(better.rawValue)"
  }

  /// What the numerator of an indicator counts.
  private static func counted(_ indicator: Indicator) -> String {
    if indicator.unit == .schools { return "school" }
    return switch indicator.counted {
    case .pupils: "pupil"
    case .schools: "school"
    case .sessions: "session"
    }
  }

  /// `up 4 from 45th of 150`; nil where the two years cannot be compared.
  /// With the caution that belongs to it: few pupils, or a change of the figure that chance alone would make.
  static func rankChange(_ change: Int?, from earlier: RankOf?, _ value: IndicatorValue, _ own: Change) -> String? {
    guard let change, let earlier else { return nil }
    let from = OrdinalText.ordinal(earlier.rank) + " of \(earlier.ranked)"
    if change == 0 { return "same rank, from \(from)" }
    let move = (change > 0 ? "up " : "down ") + FigureText.count(abs(change)) + " from \(from)"
    let pupils = value.gap?.smallest ?? value.denominator.count
    if let pupils, pupils < fewPupils, value.sample != nil || value.gap != nil {
      return "\(move), on \(FigureText.count(pupils)) only: a few change the rank"
    }
    return own.significance == .notSignificant ? "\(move), within chance" : move
  }

  /// Pupils (or schools) below which a move of rank carries its caution.
  private static let fewPupils = 100

  /// The indicator in the unit that it is ranked in: numbers of schools by their share of the schools judged.
  static func asRanked(_ indicator: Indicator, isShare: Bool = true) -> Indicator {
    guard isShare, indicator.unit == .schools else { return indicator }
    var ranked = indicator
    (ranked.unit, ranked.decimals) = (.percent, 1)
    return ranked
  }

  /// `70.5%, 9 of 10 neighbours`, or why there is no mean.
  static func neighbours(_ standing: Standing, _ indicator: Indicator) -> String {
    switch standing.neighbourMean {
    case .value(let mean): FigureText.value(mean, asRanked(indicator))
    case .missing(.tooFew): "fewer than five with data"
    case .missing(let reason): reason.title
    }
  }

  /// The grade that the band stands for, in words.
  static func judgement(_ code: String) -> String {
    switch code {
    case "OS": "outstanding"
    case "G": "good"
    case "NI": "requires some improvement"
    case "SI": "requires significant improvement"
    default: code
    }
  }

  /// Why a band changed: the authority's own change and that of the line it crossed.
  /// `rose 2.1 to 71.3%; the line between C and B rose 0.8`
  static func why(_ movement: BandMovement, _ indicator: Indicator) -> String {
    let indicator = asRanked(indicator)
    let worse = max(movement.from, movement.to)
    // One step at a time: the line that was crossed last lies between the new band and its neighbour.
    let line =
      movement.to < movement.from
      ? "\(below(movement.to).rawValue) and \(movement.to.rawValue)" : "\(worse.rawValue) and \(worse.next!.rawValue)"
    return
      "the authority \(moved(movement.ownChange, indicator)); the line between \(line) \(moved(movement.cutChange, indicator))"
  }

  private static func below(_ band: QuartileBand) -> QuartileBand {
    QuartileBand.allCases.first { $0.next == band } ?? .d
  }

  private static func moved(_ amount: Rational, _ indicator: Indicator) -> String {
    let decimals = indicator.decimals
    let units = amount.roundedUnits(decimals: decimals)
    if units == 0 { return "stayed" }
    return (units > 0 ? "rose " : "fell ") + FigureText.number(amount.magnitude, decimals: decimals)
  }

  /// The limits of the bands, best first: `A above 74.3%`, `B above 71.5%`, `C above 67.8%`, `D 67.8% or below`.
  static func limits(_ distribution: Distribution, _ indicator: Indicator) -> [(band: QuartileBand, text: String)] {
    if distribution.unbandedReason != nil { return [] }
    let indicator = asRanked(indicator, isShare: distribution.isShareOfSchools)
    let decimals = distribution.shownDecimals
    let lines = distribution.quartiles.map {
      FigureText.number($0, decimals: decimals) + FigureText.suffix(indicator.unit)
    }
    if distribution.polarity == .low {
      return [
        (.a, "\(lines[0]) or below"), (.b, "\(lines[1]) or below"), (.c, "\(lines[2]) or below"),
        (.d, "above \(lines[2])"),
      ]
    }
    return [
      (.a, "above \(lines[2])"), (.b, "above \(lines[1])"), (.c, "above \(lines[0])"), (.d, "\(lines[0]) or below"),
    ]
  }

  /// A value as it must be printed beside the printed limits of its band: with more decimals where the usual ones
  /// would put it into another band.
  static func value(_ value: IndicatorValue, _ indicator: Indicator, _ distribution: Distribution?) -> String {
    guard let exact = value.value.value else { return FigureText.value(value.value, indicator) }
    if let distribution, distribution.isShareOfSchools, let share = value.placed(in: distribution) {
      return "\(FigureText.value(exact, indicator)), \(FigureText.value(share, asRanked(indicator)))"
    }
    var decimals = indicator.decimals
    if let distribution, distribution.shownDecimals > decimals {
      let printed = distribution.quartiles.map { $0.rounded(decimals: distribution.shownDecimals) }
      func side(_ value: Rational) -> [Bool] { printed.map { value > $0 } }
      if side(exact.rounded(decimals: decimals)) != side(exact.rounded(decimals: distribution.shownDecimals)) {
        decimals = distribution.shownDecimals
      }
    }
    return FigureText.number(exact, decimals: decimals) + FigureText.suffix(indicator.unit)
  }
}
