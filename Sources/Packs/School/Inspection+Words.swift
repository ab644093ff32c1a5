import SchoolStatistics

extension Inspection {
  /// `Last inspected on 18 May 2008: satisfactory (3), behaviour good (2).`
  var sentence: String {
    let category = category.map { ", \($0.title.lowercased())" } ?? ""
    return "Last inspected on \(date.words): \(words(overall))\(category), behaviour \(words(behaviour))."
  }

  /// A grade in words: 3 is "satisfactory" until August 2012, then "requires improvement" (rulebook §9.5).
  func words(_ grade: Int?) -> String {
    switch grade {
    case 1: "outstanding (1)"
    case 2: "good (2)"
    case 3: date < CalendarDate(year: 2012, month: 9, day: 1)! ? "satisfactory (3)" : "requires improvement (3)"
    case 4: "inadequate (4)"
    default: "no grade"
    }
  }
}
