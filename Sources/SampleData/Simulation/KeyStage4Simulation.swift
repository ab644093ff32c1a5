/// Draws the pupils at the end of key stage 4, one by one, so that every count of every group agrees.
struct KeyStage4Simulation {
  let model: AttainmentModel
  let seed: UInt64

  func results(of school: School, in year: Int, cohort: Int) -> ByGroup<KeyStage4Counts> {
    var stream = RandomStream(seed: seed, purpose: .keyStage4, key: school.urn, year: year)
    let mix = PupilMix(school)
    let place = model.place(of: school, in: year)
    let shares = OutcomeShares(year: year, progress: school.traits.progress[year: year])
    var results = ByGroup<KeyStage4Counts>()
    for _ in 0..<cohort {
      let pupil = mix.drawPupil(&stream)
      let chance = model.probability(of: pupil, place: place, in: year)
      results.add(pupil, outcome(of: pupil, reaching: chance, shares, &stream))
    }
    return results
  }

  private func outcome(
    of pupil: Pupil, reaching chance: Double, _ shares: OutcomeShares, _ stream: inout RandomStream
  ) -> KeyStage4Counts {
    var counts = KeyStage4Counts()
    counts.pupils = 1
    let reaches = stream.chance(chance)
    let draw = stream.uniform()
    if reaches {
      counts.fiveGoodWithEnglishAndMaths = 1
      counts.fiveGoodAny = 1
      counts.goodEnglishAndMaths = 1
    } else if draw < shares.englishAndMathsOnly {
      // Good grades in both subjects but fewer than five in all.
      counts.goodEnglishAndMaths = 1
    } else if draw < shares.englishAndMathsOnly + shares.fiveWithoutBoth {
      counts.fiveGoodAny = 1
    } else if stream.chance(shares.noPasses * (pupil.specialNeeds ? 1.5 : 0.6) * (pupil.inCare ? 2.5 : 1)) {
      counts.noPasses = 1
    }
    if stream.chance(0.955) {
      counts.progressEnglishMatched = 1
      if stream.chance(shares.english.share(reaches)) { counts.progressEnglish = 1 }
    }
    if stream.chance(0.95) {
      counts.progressMathsMatched = 1
      if stream.chance(shares.maths.share(reaches)) { counts.progressMaths = 1 }
    }
    return counts
  }

  /// The shares of a year that follow from the national figures, among pupils without five good grades
  /// including English and maths.
  private struct OutcomeShares {
    let englishAndMathsOnly: Double
    let fiveWithoutBoth: Double
    let noPasses: Double
    let english: ProgressShares
    let maths: ProgressShares

    init(year: Int, progress: Double) {
      let reaching = NationalFigures.keyStage4.all[year: year]
      let both = NationalFigures.englishAndMaths[year: year] - reaching
      let five = NationalFigures.fiveGoodPasses[year: year] - reaching
      englishAndMathsOnly = both / (100 - reaching)
      fiveWithoutBoth = five / (100 - reaching)
      noPasses = NationalFigures.noPasses[year: year] / (100 - reaching - both - five)
      english = ProgressShares(
        reaching: NationalFigures.threeLevelsEnglish[year: year], threshold: reaching, above: 0.9, progress: progress)
      maths = ProgressShares(
        reaching: NationalFigures.threeLevelsMaths[year: year], threshold: reaching, above: 0.87, progress: progress)
    }
  }
}
