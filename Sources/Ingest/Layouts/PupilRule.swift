/// Files of one row a pupil: which stage they are of, which counts are made of them, and where their columns stand.
public struct PupilRule: Decodable, Sendable {
  public enum Stage: String, Decodable, Sendable {
    case earlyYears = "early-years"
    case keyStage2 = "ks2"
    case keyStage4 = "ks4"
  }
  public var stage: Stage
  /// The layouts of the count tables that are made.
  public var fills: [String]
  /// Ids of `PupilColumn` and the names that the column may have. No other column of the file is read.
  public var columns: [String: NameList]
}

/// What a row can say of a pupil.
enum PupilColumn: String, CaseIterable, Sendable {
  case pupil, sex, fsm, sen, eal, ethnicity, cic, idaci, joined
  case birthMonth = "birth_month"
  case ks1Reading = "ks1_reading"
  case ks1Writing = "ks1_writing"
  case ks1Maths = "ks1_maths"
  case ks2English = "ks2_english"
  case ks2Maths = "ks2_maths"
  case ks2APS = "ks2_aps"
  case assessedEnglish = "ta_english"
  case assessedMaths = "ta_maths"
  case fineEnglish = "fine_english"
  case fineMaths = "fine_maths"
  case englishGrade = "english_grade"
  case mathsGrade = "maths_grade"
  case goodEnglishAndMaths = "ac_em"
  case fiveGood = "five_ac"
  case fiveGoodEnglishAndMaths = "five_ac_em"
  case anyPass = "any_pass"
  case cappedPoints = "capped_points"
  case progressEnglish = "progress_english"
  case progressMaths = "progress_maths"
  case psed1 = "psed_1"
  case psed2 = "psed_2"
  case psed3 = "psed_3"
  case cll1 = "cll_1"
  case cll2 = "cll_2"
  case cll3 = "cll_3"
  case cll4 = "cll_4"
  case psrn1 = "psrn_1"
  case psrn2 = "psrn_2"
  case psrn3 = "psrn_3"
  case kuw, pd, cd

  /// The scales of the early years profile; the first seven carry the threshold of 6.
  static let scales: [Self] = [
    .psed1, .psed2, .psed3, .cll1, .cll2, .cll3, .cll4, .psrn1, .psrn2, .psrn3, .kuw, .pd, .cd,
  ]

  /// The list of `pupils/words.json5` that its words come from; nil where it holds a number or a key.
  var kind: String? {
    switch self {
    case .pupil, .idaci, .joined, .birthMonth, .ks2APS, .fineEnglish, .fineMaths, .cappedPoints: nil
    case .sex: "sex"
    case .sen: "sen"
    case .eal: "language"
    case .ethnicity: "ethnicity"
    case .ks1Reading, .ks1Writing, .ks1Maths: "ks1_level"
    case .ks2English, .ks2Maths, .assessedEnglish, .assessedMaths: "ks2_level"
    case .englishGrade, .mathsGrade: "grade"
    case .fsm, .cic, .goodEnglishAndMaths, .fiveGood, .fiveGoodEnglishAndMaths, .anyPass, .progressEnglish,
      .progressMaths:
      "yes_no"
    default: "scale"
    }
  }
}
