/// An Ofsted category of concern, read one way by every rule: `special_measures`, `Special measures`, `SM`.
///
/// Source: rulebook §9.5.
public enum InspectionCategory: String, CaseIterable, Sendable {
  case specialMeasures = "special_measures"
  case noticeToImprove = "notice_to_improve"
  case seriousWeaknesses = "serious_weaknesses"

  /// The words of a file: nil of the outer kind where they are no known category, of the inner where they say that there is
  /// none.
  public static func reading(_ text: String) -> InspectionCategory?? {
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return switch words {
    case "", "none", "no", "no category", "not in category": .some(nil)
    case "special measures", "sm": .specialMeasures
    case "notice to improve", "nti", "significant improvement": .noticeToImprove
    case "serious weaknesses", "serious weakness", "sw": .seriousWeaknesses
    default: nil
    }
  }

  public var title: String {
    switch self {
    case .specialMeasures: "Special measures"
    case .noticeToImprove: "Notice to improve"
    case .seriousWeaknesses: "Serious weaknesses"
    }
  }
}
