extension SchoolTraits {
  /// Draws the traits of a school of `authority`.
  static func drawn(phase: School.Phase, authority: Authority, size: SampleOptions.Size, stream: inout RandomStream)
    -> SchoolTraits
  {
    let deprivation = 0.6 * authority.deprivation + 0.8 * stream.normal()
    let needs = phase == .special ? 1 : 0.215 * (1 + 0.22 * deprivation + 0.18 * stream.normal())
    let quality = 0.42 * authority.quality + 0.907 * stream.normal()
    var traits = SchoolTraits(
      cohort: typicalCohort(phase, size, &stream),
      rollPerLeaver: phase == .primary ? 6.6 + 0.3 * stream.normal() : 5.4 + 0.3 * stream.normal(),
      deprivation: deprivation,
      freeMeals: freeMealShare(deprivation, phase),
      specialNeeds: min(1, max(0.04, needs)),
      additionalLanguage: additionalLanguage(deprivation, &stream),
      boys: 0.51,
      intake: -0.6 * deprivation + 0.8 * stream.normal(),
      progress: [],
      ambition: stream.uniform())
    traits.progress = SampleYears.all.map { _ in 0.85 * quality + 0.527 * stream.normal() }
    if phase == .secondary, stream.chance(0.1) { traits.boys = stream.chance(0.45) ? 1 : 0 }
    return traits
  }

  /// One primary school in twelve has ten leavers or fewer, as in England.
  private static func typicalCohort(_ phase: School.Phase, _ size: SampleOptions.Size, _ stream: inout RandomStream)
    -> Double
  {
    switch phase {
    case .primary:
      stream.draw([(0, 4), (0.08, 10.5), (0.25, 25), (0.5, 40), (0.75, 57), (0.9, 74), (0.97, 92), (1, 130)])
    case .secondary:
      stream.draw([(0, 55), (0.1, 105), (0.25, 140), (0.5, 175), (0.75, 212), (0.9, 245), (1, 330)])
    case .special:
      stream.draw([(0, 2), (0.5, 4), (1, 8)]) * (size == .modest ? 0.7 : 1.6)
    }
  }

  /// Skewed as in England: most schools below the mean, some above a half.
  private static func freeMealShare(_ deprivation: Double, _ phase: School.Phase) -> Double {
    let root = max(0.15, 1 + 0.5 * deprivation)
    return min(0.75, (phase == .secondary ? 0.104 : 0.134) * root * root)
  }

  private static func additionalLanguage(_ deprivation: Double, _ stream: inout RandomStream) -> Double {
    let root = max(0, 0.6 + 0.35 * deprivation + 0.8 * stream.normal())
    return min(0.95, 0.1 * root * root)
  }
}
