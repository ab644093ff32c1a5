import Indicators
import SchoolStatistics

/// One inspection of a school (canonical table `inspections`).
struct InspectionRecord: Sendable {
  var date: CalendarDate
  var framework: String
  var overall: Int?
  var behaviour: Int?
  var leadership: Int?
  var teaching: Int?
  /// `special_measures`, `notice_to_improve`, or empty.
  var category: String

  /// Newest first; inspections after `day` are left out.
  static func all(_ rows: [RowsBySchool.Row], until day: CalendarDate) -> [InspectionRecord] {
    rows.compactMap { row in
      guard let date = row.date("inspected_on"), date <= day else { return nil }
      return InspectionRecord(
        date: date, framework: row.text("framework"), overall: row.figure("inspection_overall").count,
        behaviour: row.figure("inspection_behaviour").count, leadership: row.figure("inspection_leadership").count,
        teaching: row.figure("inspection_teaching").count, category: row.text("category"))
    }.sorted { $0.date > $1.date }
  }

  /// The category in words; nil where the school is in none (rulebook §9.5).
  var categoryTitle: String? { concern?.title }

  /// Nil where there is none, or the file's words are no known category.
  var concern: InspectionCategory? { InspectionCategory.reading(category) ?? nil }

  /// `Last inspected on 18 May 2008: satisfactory (3), behaviour good (2).`
  var sentence: String {
    let category = categoryTitle.map { ", \($0.lowercased())" } ?? ""
    return "Last inspected on \(date.words): \(grade(overall))\(category), behaviour \(grade(behaviour))."
  }

  /// A grade in words: 3 is "satisfactory" until August 2012, then "requires improvement" (rulebook §9.5).
  func grade(_ grade: Int?) -> String {
    switch grade {
    case 1: "outstanding (1)"
    case 2: "good (2)"
    case 3: date < CalendarDate(year: 2012, month: 9, day: 1)! ? "satisfactory (3)" : "requires improvement (3)"
    case 4: "inadequate (4)"
    default: "no grade"
    }
  }
}
