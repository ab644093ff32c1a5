/// How likely a pupil is to reach the headline measure of a key stage.
///
/// A pupil's place on an unbounded scale is the sum of the year's level, the school's place and the
/// pupil's groups; ``probability(at:)`` turns the place into a probability.
struct AttainmentModel {
  /// One value a year, fitted so that England comes out at ``NationalFigures``.
  var level: [Double]
  var freeMeals: [Double]
  var specialNeeds: [Double]
  var inCare: [Double]
  /// Fixed in advance.
  let boys: Double
  /// How far one standard deviation between schools reaches on the scale, above and below the middle.
  let reachAbove: [Double]
  let reachBelow: [Double]

  static let unfittedKeyStage2 = AttainmentModel(
    level: repeated(0.5), freeMeals: repeated(-0.3), specialNeeds: repeated(-1.2), inCare: repeated(-0.5), boys: -0.06,
    reachAbove: [0.46, 0.46, 0.46, 0.46, 0.46], reachBelow: [0.34, 0.32, 0.31, 0.36, 0.33])
  static let unfittedKeyStage4 = AttainmentModel(
    level: repeated(0.1), freeMeals: repeated(-0.4), specialNeeds: repeated(-1.1), inCare: repeated(-0.8), boys: -0.14,
    reachAbove: [0.55, 0.52, 0.47, 0.42, 0.40], reachBelow: [0.47, 0.43, 0.23, 0.22, 0.21])

  private static func repeated(_ value: Double) -> [Double] { Array(repeating: value, count: SampleYears.all.count) }

  /// The school's place on the scale in `year`, with the progress it makes or with another.
  func place(of school: School, in year: Int, progress: Double? = nil) -> Double {
    if school.phase == .special { return -1.5 }
    let standing = 0.75 * school.traits.intake + 0.65 * (progress ?? school.traits.progress[year: year])
    let reach = standing > 0 ? reachAbove[year: year] : reachBelow[year: year]
    return standing * reach + (school.selective ? 2.5 : 0)
  }

  func probability(of pupil: Pupil, place: Double, in year: Int) -> Double {
    var position = place + level[year: year]
    if pupil.freeMeals { position += freeMeals[year: year] }
    if pupil.specialNeeds { position += specialNeeds[year: year] }
    if pupil.inCare { position += inCare[year: year] }
    if pupil.boy { position += boys }
    return SampleData.probability(at: position)
  }

  /// The share of the school's pupils expected to reach the measure.
  func expectedShare(of school: School, in year: Int, progress: Double? = nil) -> Double {
    let place = place(of: school, in: year, progress: progress)
    var expected = 0.0
    PupilMix(school).forEachKind { pupil, share in
      expected += share * probability(of: pupil, place: place, in: year)
    }
    return expected
  }
}
