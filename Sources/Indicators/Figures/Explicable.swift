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
    let step = halfStep(published.decimals)
    return Explicable(bound: step, rounding: step, parts: [])
  }

  private init(bound: Rational, rounding: Rational, parts: [String]) {
    (self.bound, self.rounding, self.parts) = (bound, rounding, parts)
  }

  init(_ cell: PoolCell, _ published: PublishedShare, unknownCohort: Int) {
    self = .rounding(published)
    guard let percent = cell.percent else { return }
    let pupils = cell.denominator
    rounding = rounding + cell.rounding
    let unknown = Int(cell.unknownCohorts + cell.valueOnly)
    let schools = cell.missingSchools + cell.valueOnly
    var missing = cell.missingPupils + unknown * unknownCohort
    if schools > 0 {
      var words = "\(schools) \(schools == 1 ? "school" : "schools") without usable results (\(missing) pupils"
      if unknown > 0 { words += ", taking \(unknownCohort) where a cohort is not known" }
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

  /// Missing pupils could have the lowest or the highest score of any school in `england`.
  init?(_ cell: MeanCell, _ published: PublishedShare, england: MeanCell, unknownCohort: Int) {
    guard let mean = cell.mean else { return nil }
    self = .rounding(published)
    // School scores are rounded too.
    rounding = rounding + rounding
    var missing = cell.missingPupils + Int(cell.unknownCohorts) * unknownCohort
    if let official = published.denominator { missing = max(missing, official - cell.pupils) }
    bound = rounding
    guard missing > 0 else { return }
    parts.append("\(missing) pupils without a score in the files, taking \(unknownCohort) where a cohort is not known")
    let range = max(mean - Rational(millionths: england.lowest), Rational(millionths: england.highest) - mean)
    bound = bound + range * Rational(missing) / Rational(missing + cell.pupils)
  }

  static func + (a: Explicable, b: Explicable) -> Explicable {
    Explicable(
      bound: a.bound + b.bound, rounding: a.rounding + b.rounding,
      parts: b.parts + a.parts.filter { !b.parts.contains($0) })
  }
}
