import SchoolStatistics

/// A measure of `published_results`: how it is counted and for which groups it is published.
struct PublishedMeasure: Sendable {
  let id: String
  /// Groups published for England.
  let groups: [PupilGroup]
  /// Groups published for regions and authorities.
  let byAuthority: [PupilGroup]
  var firstYear = SampleYears.all.lowerBound
  /// Numerator and denominator.
  let count: @Sendable (AreaTotals, PupilGroup) -> (Int, Int)

  private static let six: [PupilGroup] = [.all, .fsm, .notFSM, .sen, .noSEN, .cic]

  static let all: [PublishedMeasure] = [
    PublishedMeasure(id: "ey_threshold", groups: [.all, .fsm, .notFSM], byAuthority: [.all]) {
      let counts = $0.earlyYears.groups[$1]
      return (counts.reachedThreshold, counts.assessed)
    },
    keyStage2("ks2_l4_em", \.level4EnglishAndMaths, \.eligible, byAuthority: six),
    keyStage2("ks2_l4_english", \.level4English, \.eligible),
    keyStage2("ks2_l4_maths", \.level4Maths, \.eligible),
    keyStage2("ks2_2lp_english", \.progressEnglish, \.progressEnglishMatched, byAuthority: [.all], firstYear: 2007),
    keyStage2("ks2_2lp_maths", \.progressMaths, \.progressMathsMatched, byAuthority: [.all], firstYear: 2007),
    keyStage2("ks2_below_l3_english", \.belowLevel3English, \.eligible),
    keyStage2("ks2_below_l3_maths", \.belowLevel3Maths, \.eligible),
    keyStage4("ks4_5ac_em", \.fiveGoodWithEnglishAndMaths, \.pupils, byAuthority: six),
    keyStage4("ks4_5ac_any", \.fiveGoodAny, \.pupils),
    keyStage4("ks4_ac_em", \.goodEnglishAndMaths, \.pupils, byAuthority: [.all]),
    keyStage4("ks4_no_passes", \.noPasses, \.pupils, byAuthority: [.all]),
    keyStage4("ks4_3lp_english", \.progressEnglish, \.progressEnglishMatched, byAuthority: [.all], firstYear: 2008),
    keyStage4("ks4_3lp_maths", \.progressMaths, \.progressMathsMatched, byAuthority: [.all], firstYear: 2008),
  ]

  private static func keyStage2(
    _ id: String, _ numerator: KeyPath<KeyStage2Counts, Int> & Sendable,
    _ denominator: KeyPath<KeyStage2Counts, Int> & Sendable,
    byAuthority: [PupilGroup] = [], firstYear: Int = 2006
  ) -> PublishedMeasure {
    PublishedMeasure(id: id, groups: six, byAuthority: byAuthority, firstYear: firstYear) {
      let counts = $0.keyStage2[$1]
      return (counts[keyPath: numerator], counts[keyPath: denominator])
    }
  }

  private static func keyStage4(
    _ id: String, _ numerator: KeyPath<KeyStage4Counts, Int> & Sendable,
    _ denominator: KeyPath<KeyStage4Counts, Int> & Sendable,
    byAuthority: [PupilGroup] = [], firstYear: Int = 2006
  ) -> PublishedMeasure {
    PublishedMeasure(id: id, groups: six, byAuthority: byAuthority, firstYear: firstYear) {
      let counts = $0.keyStage4[$1]
      return (counts[keyPath: numerator], counts[keyPath: denominator])
    }
  }
}
