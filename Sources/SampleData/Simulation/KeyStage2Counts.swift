/// Pupils of one group at the end of key stage 2.
struct KeyStage2Counts: AddableCounts {
  var eligible = 0
  var level4English = 0
  var level4Maths = 0
  var level4EnglishAndMaths = 0
  var belowLevel3English = 0
  var belowLevel3Maths = 0
  var progressEnglish = 0
  var progressEnglishMatched = 0
  var progressMaths = 0
  var progressMathsMatched = 0

  static func += (total: inout Self, part: Self) {
    total.eligible += part.eligible
    total.level4English += part.level4English
    total.level4Maths += part.level4Maths
    total.level4EnglishAndMaths += part.level4EnglishAndMaths
    total.belowLevel3English += part.belowLevel3English
    total.belowLevel3Maths += part.belowLevel3Maths
    total.progressEnglish += part.progressEnglish
    total.progressEnglishMatched += part.progressEnglishMatched
    total.progressMaths += part.progressMaths
    total.progressMathsMatched += part.progressMathsMatched
  }
}
