/// One inspection of a school, or one set of grades.
public struct Inspection: SchoolRecord {
  public static let table = "inspections"

  public var school: Int
  public var date: CalendarDate
  public var framework: String
  /// 1 outstanding to 4 inadequate.
  public var overall: Int?
  public var behaviour: Int?
  public var leadership: Int?
  public var teaching: Int?
  /// Nil where the school is in none.
  public var category: InspectionCategory?
  public var source: SourceLine

  public init?(_ row: TableRow) {
    guard let date = row.date("inspected_on") else { return nil }
    (school, self.date, framework, source) = (row.school, date, row.text("framework"), row.source)
    overall = row.count("inspection_overall")
    behaviour = row.count("inspection_behaviour")
    leadership = row.count("inspection_leadership")
    teaching = row.count("inspection_teaching")
    category = InspectionCategory(written: row.text("category"))
  }

  /// The grade that a measure is about; nil for any other measure.
  public func grade(_ measure: Measure) -> Int? {
    switch measure.id {
    case "inspection_overall": overall
    case "inspection_behaviour": behaviour
    case "inspection_leadership": leadership
    case "inspection_teaching": teaching
    default: nil
    }
  }
}

extension BySchool where Record == Inspection {
  /// The inspections of a school up to a day, the newest first; of several of one day the last in the files comes first.
  public func newestFirst(_ school: Int, until day: CalendarDate) -> [Inspection] {
    let found = self[school].enumerated().filter { $0.element.date <= day }
    return found.sorted { ($0.element.date, $0.offset) > ($1.element.date, $1.offset) }.map(\.element)
  }
}
