/// A school's contextual value added: relative to the national centre, shrunk towards it, with its interval.
struct ValueAddedScore: Sendable {
  let measure: String
  /// In tenths.
  let score: Int
  let lower: Int
  let upper: Int
  /// Per cent of eligible pupils.
  let coverage: Int
  let pupils: Int
}

/// Draws value-added scores by the multilevel model of rulebook section 3.2.
struct ValueAddedSimulation {
  let seed: UInt64

  /// The score, or nil where none is calculated: special schools, infant schools, primaries before 2007.
  func score(of school: School, in year: Int, cohort: Int) -> ValueAddedScore? {
    guard school.isMainstream, school.hasLeavers, cohort > 0 else { return nil }
    let primary = school.phase == .primary
    if primary && year < 2007 { return nil }
    var stream = RandomStream(seed: seed, purpose: .valueAdded, key: school.urn, year: year)
    let coverage = stream.chance(0.02) ? stream.integer(in: 24...49) : stream.integer(in: 86...100)
    let pupils = max(1, cohort * coverage / 100)
    // Illustrative spreads between and within schools (rulebook section 3.2).
    let (centre, between, within) = primary ? (100.0, 0.9, 3.0) : (1000.0, 15.0, 70.0)
    let ratio = within * within / (between * between)
    let count = Double(pupils)
    let residual = between * school.traits.progress[year: year] + within / count.squareRoot() * stream.normal()
    let shrinkage = count / (count + ratio)
    let half = 1.96 * (within * within / (count + ratio)).squareRoot()
    let score = centre + shrinkage * residual
    func tenths(_ value: Double) -> Int { Int((10 * value).rounded()) }
    return ValueAddedScore(
      measure: primary ? "cva_ks1_ks2" : "cva_ks2_ks4", score: tenths(score), lower: tenths(score - half),
      upper: tenths(score + half), coverage: coverage, pupils: pupils)
  }
}
