/// The Ofsted categories of concern. Source: rulebook §9.5.
public enum InspectionCategory: String, CaseIterable, Sendable {
  case specialMeasures = "special_measures"
  case noticeToImprove = "notice_to_improve"
  case seriousWeaknesses = "serious_weaknesses"

  public var title: String {
    switch self {
    case .specialMeasures: "Special measures"
    case .noticeToImprove: "Notice to improve"
    case .seriousWeaknesses: "Serious weaknesses"
    }
  }

  private var abbreviations: [String] {
    switch self {
    case .specialMeasures: ["sm"]
    case .noticeToImprove: ["nti"]
    case .seriousWeaknesses: ["sw", "swk"]
    }
  }

  /// Words that say that the school is in no category.
  private static let none = ["", "none", "no", "no category", "not in a category", "n/a", "na", "null"]

  /// However it is written: `special_measures`, `Special measures`, `SM`; nil where the school is in none, and for a
  /// word that is no category.
  public init?(written text: String) {
    if text.isEmpty { return nil }
    let word = Self.key(text)
    guard let found = Self.allCases.first(where: { Self.key($0.rawValue) == word || $0.abbreviations.contains(word) })
    else { return nil }
    self = found
  }

  /// Whether a word says which category a school is in, or that it is in none.
  public static func isKnown(_ text: String) -> Bool {
    Self(written: text) != nil || none.contains { key($0) == key(text) }
  }

  private static func key(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
