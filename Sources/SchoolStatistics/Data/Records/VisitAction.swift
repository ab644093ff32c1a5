/// An action agreed at a visit.
public struct VisitAction: SchoolRecord {
  public static let table = "visit_actions"

  public var school: Int
  public var visitedOn: CalendarDate
  public var action: String
  public var due: CalendarDate?
  /// The day as written in the file, which may be words: "end of term".
  public var dueAsWritten: String
  public var owner: String
  public var progress: String

  public init?(_ row: TableRow) {
    guard let visitedOn = row.date("visited_on") else { return nil }
    (school, self.visitedOn, action) = (row.school, visitedOn, row.text("action"))
    (due, dueAsWritten) = (row.date("due"), row.text("due"))
    (owner, progress) = (row.text("owner_role"), row.text("progress"))
  }
}
