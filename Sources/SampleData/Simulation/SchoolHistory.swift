/// Everything drawn for one school in one year.
struct SchoolYear: Sendable {
  let year: Int
  let cohort: Int
  var keyStage2: ByGroup<KeyStage2Counts>?
  var keyStage4: ByGroup<KeyStage4Counts>?
  var valueAdded: ValueAddedScore?
  var attendance: [(AttendancePeriod, AttendanceCounts)]
  var context: ContextCounts
  /// Whether and how the results are missing from the tables.
  var gap: ResultsGap
}

/// A school with its years, the unit in which the sample is drawn and written.
struct SchoolHistory: Sendable {
  let school: School
  let years: [SchoolYear]

  func year(_ year: Int) -> SchoolYear? { years.first { $0.year == year } }
}

/// Draws schools' histories.
struct SchoolSimulation {
  let seed: UInt64
  let keyStage2: KeyStage2Simulation
  let keyStage4: KeyStage4Simulation

  init(seed: UInt64, schools: [School]) {
    self.seed = seed
    let key2 = schools.filter { $0.phase != .secondary && $0.hasLeavers }
    let key4 = schools.filter { $0.phase != .primary }
    keyStage2 = KeyStage2Simulation(
      model: AttainmentModel.unfittedKeyStage2.fitted(to: NationalFigures.keyStage2, schools: key2), seed: seed)
    keyStage4 = KeyStage4Simulation(
      model: AttainmentModel.unfittedKeyStage4.fitted(to: NationalFigures.keyStage4, schools: key4), seed: seed)
  }

  func history(of school: School) -> SchoolHistory {
    SchoolHistory(school: school, years: school.years.map { year(of: school, $0) })
  }

  private func year(of school: School, _ year: Int) -> SchoolYear {
    var stream = RandomStream(seed: seed, purpose: .traits, key: school.urn, year: year)
    let cohort = max(1, Int((school.traits.cohort * (1 + 0.09 * stream.normal())).rounded()))
    let context = ContextSimulation(seed: seed).context(of: school, in: year, cohort: cohort)
    var result = SchoolYear(
      year: year, cohort: cohort,
      attendance: AttendanceSimulation(seed: seed).attendance(of: school, in: year, roll: context.roll),
      context: context, gap: ResultsGap.drawn(for: school, in: year, cohort: cohort, seed: seed))
    if school.phase != .secondary, school.hasLeavers {
      result.keyStage2 = keyStage2.results(of: school, in: year, cohort: cohort)
    }
    if school.phase != .primary {
      result.keyStage4 = keyStage4.results(of: school, in: year, cohort: cohort)
    }
    result.valueAdded = ValueAddedSimulation(seed: seed).score(of: school, in: year, cohort: cohort)
    return result
  }
}
