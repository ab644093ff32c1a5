import SchoolStatistics

/// A proportion in the words of the note of visit.
public struct ProportionWords: Hashable, Sendable {
  /// `large majority`
  public var words: String
  /// True for the tool's own word for 50%, which the table leaves out.
  public var isOwnWord: Bool

  /// The percentage is rounded half away from zero to a whole number first; none and all are said as such.
  ///
  /// Source: Kent Improvement Partner Handbook 2009-2010, section 9 (Data); rulebook §9.1. The handbook's
  /// table has no words for 50%: "half" is this tool's own.
  /// Precondition: `0 <= part <= whole` and `whole` is positive.
  public init(_ part: Int, of whole: Int) {
    precondition(whole > 0 && (0...whole).contains(part), "a proportion needs a part within a whole")
    let percent = Rational.percent(part, of: whole).roundedUnits(decimals: 0)
    isOwnWord = percent == 50
    words =
      if part == 0 { "none" } else if part == whole { "all" } else {
        switch percent {
        case 97...: "almost all"
        case 80...: "very large majority"
        case 65...: "large majority"
        case 51...: "majority"
        case 50: "half"
        case 35...: "minority"
        case 20...: "small minority"
        case 4...: "very small minority"
        default: "almost none"
        }
      }
  }

  /// As a sentence begins: "A large majority of pupils", "Almost all pupils", "Half of pupils", "No pupils".
  public func opening(_ whom: String) -> String {
    switch words {
    case "none": "No \(whom)"
    case "all": "All \(whom)"
    case "almost all": "Almost all \(whom)"
    case "almost none": "Almost no \(whom)"
    case "half": "Half of \(whom)"
    default: "A \(words) of \(whom)"
    }
  }
}
