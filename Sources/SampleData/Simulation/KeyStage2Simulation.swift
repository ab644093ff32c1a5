/// Draws the pupils at the end of key stage 2, one by one, so that every count of every group agrees.
struct KeyStage2Simulation {
  let model: AttainmentModel
  let seed: UInt64

  func results(of school: School, in year: Int, cohort: Int) -> ByGroup<KeyStage2Counts> {
    var stream = RandomStream(seed: seed, purpose: .keyStage2, key: school.urn, year: year)
    let mix = PupilMix(school)
    let place = model.place(of: school, in: year)
    let shares = OutcomeShares(year: year, progress: school.traits.progress[year: year])
    var results = ByGroup<KeyStage2Counts>()
    for _ in 0..<cohort {
      let pupil = mix.drawPupil(&stream)
      let chance = model.probability(of: pupil, place: place, in: year)
      results.add(pupil, outcome(of: pupil, reachingBoth: chance, shares, &stream))
    }
    return results
  }

  private func outcome(
    of pupil: Pupil, reachingBoth chance: Double, _ shares: OutcomeShares, _ stream: inout RandomStream
  ) -> KeyStage2Counts {
    let both = stream.chance(chance)
    // Of those who do not reach level 4 in both, some do in one: girls more often in English.
    let draw = stream.uniform()
    let one = shares.englishOnly * (pupil.boy ? 0.8 : 1.22)
    let english = both || draw < one
    let maths = both || (draw >= one && draw < one + shares.mathsOnly)
    var counts = KeyStage2Counts()
    counts.eligible = 1
    counts.level4EnglishAndMaths = both ? 1 : 0
    counts.level4English = english ? 1 : 0
    counts.level4Maths = maths ? 1 : 0
    let needs = pupil.specialNeeds ? 1.35 : 0.5
    if !english, stream.chance(shares.belowLevel3English * needs) { counts.belowLevel3English = 1 }
    if !maths, stream.chance(shares.belowLevel3Maths * needs) { counts.belowLevel3Maths = 1 }
    if stream.chance(0.965) {
      counts.progressEnglishMatched = 1
      if stream.chance(shares.twoLevelsEnglish(english)) { counts.progressEnglish = 1 }
    }
    if stream.chance(0.967) {
      counts.progressMathsMatched = 1
      if stream.chance(shares.twoLevelsMaths(maths)) { counts.progressMaths = 1 }
    }
    return counts
  }

  /// The shares of a year that follow from the national figures.
  private struct OutcomeShares {
    /// Among pupils who do not reach level 4 in both subjects.
    let englishOnly: Double
    let mathsOnly: Double
    /// Among pupils who do not reach level 4 in the subject.
    let belowLevel3English: Double
    let belowLevel3Maths: Double
    private let english: ProgressShares
    private let maths: ProgressShares

    init(year: Int, progress: Double) {
      let both = NationalFigures.keyStage2.all[year: year]
      let level4English = NationalFigures.level4English[year: year]
      let level4Maths = NationalFigures.level4Maths[year: year]
      englishOnly = (level4English - both) / (100 - both)
      mathsOnly = (level4Maths - both) / (100 - both)
      belowLevel3English = NationalFigures.belowLevel3English[year: year] / (100 - level4English)
      belowLevel3Maths = NationalFigures.belowLevel3Maths[year: year] / (100 - level4Maths)
      english = ProgressShares(
        reaching: NationalFigures.twoLevelsEnglish[year: year], threshold: level4English, above: 0.93,
        progress: progress)
      maths = ProgressShares(
        reaching: NationalFigures.twoLevelsMaths[year: year], threshold: level4Maths, above: 0.91, progress: progress)
    }

    func twoLevelsEnglish(_ level4: Bool) -> Double { english.share(level4) }
    func twoLevelsMaths(_ level4: Bool) -> Double { maths.share(level4) }
  }
}

/// The chance of making the expected progress, for pupils who do and do not reach the threshold of a subject.
struct ProgressShares {
  private let above: Double
  private let below: Double

  /// - Parameters:
  ///   - reaching: national percentage that makes the expected progress.
  ///   - threshold: national percentage that reaches the threshold.
  ///   - above: share with expected progress among those who reach it.
  ///   - progress: the school's progress in standard deviations, which raises or lowers both shares.
  init(reaching: Double, threshold: Double, above: Double, progress: Double) {
    let below = (reaching - above * threshold) / (100 - threshold)
    let lift = max(-1, min(1, progress / 2.5))
    // A share moves by more the further it is from 0 and 1.
    self.above = above + 0.5 * lift * above * (1 - above)
    self.below = below + 0.7 * lift * below * (1 - below)
  }

  func share(_ reachesThreshold: Bool) -> Double { reachesThreshold ? above : below }
}
