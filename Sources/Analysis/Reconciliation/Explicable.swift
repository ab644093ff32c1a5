import SchoolStatistics

/// How far an official value may lie from the pooled one before something is wrong.
///
/// Pupils of missing schools and suppressed cohorts could all have achieved, or none of them; to that come the rounding
/// of the published value and that of counts estimated from percentages. Source: rulebook §12 and real files.
struct Explicable: Sendable {
  /// In the unit of the value.
  var bound: Rational
  /// Rounding alone.
  var rounding: Rational
  var parts: [String]

  static func rounding(_ published: PublishedShare) -> Explicable {
    let step = Rational(1, 2) / Rational((0..<published.decimals).reduce(1) { steps, _ in steps * 10 })
    return Explicable(bound: step, rounding: step, parts: [])
  }

  private init(bound: Rational, rounding: Rational, parts: [String]) {
    (self.bound, self.rounding, self.parts) = (bound, rounding, parts)
  }

  init(_ cell: PoolCell, _ published: PublishedShare, unknownCohort: Int) {
    self = .rounding(published)
    guard let percent = cell.percent else { return }
    let pupils = cell.denominator
    rounding = rounding + Rational(Int64(cell.error), 10_000) / Rational(pupils)
    var missing = cell.missingPupils + Int(cell.unknownCohorts) * unknownCohort
    if cell.missingSchools > 0 {
      var words = "\(cell.missingSchools) \(cell.missingSchools == 1 ? "school" : "schools") without results (\(missing) pupils"
      if cell.unknownCohorts > 0 { words += ", \(cell.unknownCohorts) cohorts not known" }
      words += ")"
      if cell.missingSpecial > 0 { words += ", \(cell.missingSpecial) of them special" }
      if cell.suppressed > 0 { words += ", \(cell.suppressed) suppressed" }
      parts.append(words)
    }
    if let official = published.denominator, official - pupils > missing {
      parts.append("\(official - pupils) pupils of the official total are not in the files")
      missing = official - pupils
    }
    let total = Rational(pupils + missing)
    // All of the missing pupils, or none of them.
    let lowest = percent * Rational(pupils) / total
    let highest = (percent * Rational(pupils) + Rational(100 * missing)) / total
    bound = max(percent - lowest, highest - percent) + rounding
    if let official = published.denominator, official < pupils {
      parts.append("the files hold \(pupils - official) pupils more than the official total")
      bound = bound + Rational(100 * (pupils - official)) / Rational(max(1, official))
    }
    if cell.substituted > 0 {
      parts.append("percentages weighted by all pupils instead of those in the measure")
      bound = bound + Rational(2)
    }
    if cell.estimated > 0 { parts.append("counts estimated from percentages") }
  }

  init?(_ cell: MeanCell, _ published: PublishedShare) {
    guard cell.mean != nil else { return nil }
    self = .rounding(published)
    rounding = rounding + Rational(1, 20)
    let missing = max(cell.missingPupils, (published.denominator ?? 0) - cell.pupils)
    if missing > 0 {
      parts.append("\(missing) pupils without a score in the files")
      bound = Rational(millionths: cell.highest - cell.lowest) * Rational(missing) / Rational(missing + cell.pupils)
    }
    bound = bound + rounding
  }

  static func + (a: Explicable, b: Explicable) -> Explicable {
    Explicable(bound: a.bound + b.bound, rounding: a.rounding + b.rounding, parts: b.parts + a.parts.filter { !b.parts.contains($0) })
  }
}
