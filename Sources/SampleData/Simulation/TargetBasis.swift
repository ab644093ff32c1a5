/// What a school knows in the autumn in which it sets targets for two summers on.
struct TargetBasis {
  let cohort: Int
  /// Estimates of types B and D for the headline measure, in tenths of a per cent.
  let estimateB: Int
  let estimateD: Int
  /// Pupils whose earlier attainment points to the threshold.
  let priorAttainmentPupils: Int
  let matchedEnglish: Int
  let matchedMaths: Int
  /// Headline results of the latest year and the two before, newest first, as pupils of eligible pupils.
  let results: [(pupils: Int, of: Int)]
  /// In per cent.
  let floor: Int

  init(history: SchoolHistory, targetYear: Int, model: AttainmentModel, stream: inout RandomStream) {
    let school = history.school
    let primary = school.phase == .primary
    let roundYear = targetYear - 2
    let modelYear = min(targetYear, SampleYears.all.upperBound)
    let expectedCohort = history.year(targetYear)?.cohort ?? history.years.last?.cohort ?? 1
    cohort = max(1, expectedCohort + (expectedCohort > 12 ? stream.integer(in: -1...1) : 0))
    let average = 100 * model.expectedShare(of: school, in: modelYear, progress: 0)
    let challenge = 100 * model.expectedShare(of: school, in: modelYear, progress: 0.8)
    let noise = 1.2 * stream.normal()
    estimateB = min(970, max(10, Int((10 * (average + noise)).rounded())))
    estimateD = min(990, estimateB + max(8, Int((10 * (challenge - average) + 4).rounded())))
    let prior = average + (primary ? 3 : 10) + stream.normal()
    priorAttainmentPupils = min(cohort, max(0, Int((Double(cohort) * prior / 100).rounded())))
    matchedEnglish = max(1, cohort - stream.binomial(trials: cohort, probability: 0.03))
    matchedMaths = max(1, cohort - stream.binomial(trials: cohort, probability: 0.03))
    results = stride(from: roundYear, through: roundYear - 2, by: -1).compactMap { year in
      guard let past = history.year(year) else { return nil }
      if let counts = past.keyStage2?.all, primary { return (counts.level4EnglishAndMaths, counts.eligible) }
      if let counts = past.keyStage4?.all { return (counts.fiveGoodWithEnglishAndMaths, counts.pupils) }
      return nil
    }
    floor = primary ? 55 : 30
  }

  /// Pupils for which the headline target meets the criteria: best of three years, better than the latest,
  /// estimates, floor and, for primary schools, prior attainment.
  func ambitiousPupils(primary: Bool) -> Int {
    (0...cohort).first { pupils in
      let percentTenths = 1000 * pupils
      guard percentTenths >= estimateD * cohort, 100 * pupils >= floor * cohort else { return false }
      if primary, pupils < priorAttainmentPupils { return false }
      guard results.allSatisfy({ pupils * $0.of >= $0.pupils * cohort }) else { return false }
      guard let latest = results.first else { return true }
      return pupils * latest.of > latest.pupils * cohort
    } ?? cohort
  }

  /// Most pupils with which the headline target stays below what the top quartile would reach.
  var pupilsBelowTopQuartile: Int { max(0, (estimateD * cohort - 1) / 1000) }

  /// Most pupils with which the headline target is no better than the latest results.
  var pupilsWithoutImprovement: Int {
    guard let latest = results.first, latest.of > 0 else { return pupilsBelowTopQuartile }
    return latest.pupils * cohort / latest.of
  }

  static func tenths(_ pupils: Int, of cohort: Int) -> Int { (2000 * pupils + cohort) / (2 * cohort) }
}
