/// Pupils of one group at the end of key stage 4.
struct KeyStage4Counts: AddableCounts {
  var pupils = 0
  var fiveGoodWithEnglishAndMaths = 0
  var fiveGoodAny = 0
  var goodEnglishAndMaths = 0
  var noPasses = 0
  var progressEnglish = 0
  var progressEnglishMatched = 0
  var progressMaths = 0
  var progressMathsMatched = 0

  static func += (total: inout Self, part: Self) {
    total.pupils += part.pupils
    total.fiveGoodWithEnglishAndMaths += part.fiveGoodWithEnglishAndMaths
    total.fiveGoodAny += part.fiveGoodAny
    total.goodEnglishAndMaths += part.goodEnglishAndMaths
    total.noPasses += part.noPasses
    total.progressEnglish += part.progressEnglish
    total.progressEnglishMatched += part.progressEnglishMatched
    total.progressMaths += part.progressMaths
    total.progressMathsMatched += part.progressMathsMatched
  }
}
