/// Who is on roll of a school in January.
struct ContextCounts: Sendable {
  var roll = 0
  var freeMeals = 0
  var specialNeeds = 0
  var additionalLanguage = 0
  var inCare = 0
  /// Average points of the leaving cohort at the stage before, in tenths.
  var priorAttainment = 0
}

struct ContextSimulation {
  let seed: UInt64

  func context(of school: School, in year: Int, cohort: Int) -> ContextCounts {
    var stream = RandomStream(seed: seed, purpose: .context, key: school.urn, year: year)
    let mix = PupilMix(school)
    var context = ContextCounts()
    context.roll = max(cohort, Int((Double(cohort) * school.traits.rollPerLeaver).rounded()))
    context.freeMeals = stream.binomial(trials: context.roll, probability: mix.freeMeals)
    context.specialNeeds = stream.binomial(trials: context.roll, probability: mix.specialNeeds)
    context.additionalLanguage = stream.binomial(trials: context.roll, probability: school.traits.additionalLanguage)
    context.inCare = stream.binomial(trials: context.roll, probability: mix.inCare)
    // Key stage 1 points for primary schools, key stage 2 points for secondary ones.
    let (mean, spread) = school.phase == .primary ? (15.3, 1.1) : (27.4, 1.2)
    let chance = 6 / Double(max(1, cohort)).squareRoot() * 0.5 * stream.normal()
    let special = school.phase == .special ? -9.0 : 0
    context.priorAttainment = Int(
      (10 * (mean + special + spread * (school.selective ? 3.5 : school.traits.intake) + 0.4 * chance)).rounded())
    return context
  }
}
