import SchoolStatistics
import TargetAmbition

/// How the ambition of targets is put into words: comparisons that a reader can redo, shares that never round into a
/// band they are not in.
enum AmbitionText {
  /// A share of schools with as many decimals as it takes not to look like a boundary that it does not reach:
  /// 94.96% is not written as 95.0%.
  static func share(_ percent: Rational) -> String {
    for decimals in 1...4 {
      let shown = percent.rounded(decimals: decimals)
      if shown == percent || ![50, 80, 95].contains(where: { shown == Rational(Int64($0)) }) {
        return FigureText.number(percent, decimals: decimals) + "%"
      }
    }
    return FigureText.number(percent, decimals: 6) + "%"
  }

  /// `target 24 of 30 (80.0%) ≥ FFT type B estimate 78.3%`
  static func comparison(_ comparison: AmbitionComparison) -> String {
    let decimals = comparison.decimalsApart
    let left = figure(comparison.left, decimals: decimals)
    guard let right = comparison.right else {
      return comparison.outcome == .met ? "\(left): set" : "\(comparison.left.name): not set"
    }
    if comparison.asksForNone {
      return comparison.outcome == .met ? "\(comparison.left.name): none" : "\(left), none asked for"
    }
    return "\(left) \(comparison.signAsItStands) \(figure(right, decimals: decimals))"
  }

  static func figure(_ figure: ComparedFigure, decimals: Int = 1) -> String {
    guard let value = figure.value.value else { return "\(figure.name) (\(figure.value.reason?.title ?? ""))" }
    switch figure.unit {
    case .percent:
      let percent = exactEnough(value, decimals) + "%"
      guard let pupils = figure.pupils, let cohort = figure.cohort else { return "\(figure.name) \(percent)" }
      return "\(figure.name) \(FigureText.count(pupils)) of \(FigureText.count(cohort)) (\(percent))"
    case .percentagePoints: return "\(figure.name) \(FigureText.signed(value, decimals: 1)) pp"
    case .pupils: return "\(figure.name) \(exactEnough(value, decimals))"
    case .date:
      let digits = Int(value.numerator / value.denominator)
      return "\(figure.name) "
        + (CalendarDate(year: digits / 10000, month: digits / 100 % 100, day: digits % 100)?.description ?? "")
    }
  }

  /// Whole numbers without decimals, others with as many as are asked for.
  private static func exactEnough(_ value: Rational, _ decimals: Int) -> String {
    FigureText.number(value, decimals: value.isWhole ? 0 : decimals)
  }

  /// `2012: 3 of 22 returned so far, due by 31 December 2010; of those 3 in line (proxy)`
  static func soFar(_ area: AreaAmbition) -> String {
    let round = area.round
    let returned =
      "\(area.targetYear.ending): \(round.held) of \(round.schools) returned"
      + (round.isDue
        ? "; the last day was \(round.deadline.words)" : " so far, due by \(round.deadline.words)")
    guard round.held > 0, let share = area.shares.first(where: { $0.test == .guidanceOnly }) else { return returned }
    return "\(returned); of those \(share.met + share.metByExemption) in line (proxy)"
  }

  /// `7 pupils`, `1 pupil`, or what else has to change.
  static func needed(_ pupils: Int?) -> String {
    pupils.map { FigureText.count($0, "pupil") } ?? "not a matter of pupils"
  }

  /// The mark of an outcome in a narrow column, with the words for those who do not see it.
  static func mark(_ outcome: CriterionOutcome) -> String {
    switch outcome {
    case .met: "✓"
    case .notMet: "✗"
    case .notAssessable: "–"
    }
  }

  /// As tables write it.
  static func quartileCode(_ quartile: Int?) -> String { quartile.map(String.init) ?? "not_ranked" }

  static func quartile(_ quartile: Int?) -> String { quartile.map { "Q\($0)" } ?? "not ranked" }

  static func quartileTitle(_ quartile: Int?) -> String {
    switch quartile {
    case 1: "1, highest value added"
    case 4: "4, lowest value added"
    case let quartile?: String(quartile)
    case nil: "Not ranked"
    }
  }

  /// `targets.csv line 12`
  static func source(_ line: SourceLine, _ data: SchoolData) -> String {
    guard data.sources.indices.contains(line.source) else { return "line \(line.line)" }
    let name = data.sources[line.source].path.split(separator: "/").last.map(String.init) ?? ""
    return "\(name) line \(line.line)"
  }
}
