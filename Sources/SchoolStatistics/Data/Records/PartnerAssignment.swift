/// A school improvement partner's time with a school.
public struct PartnerAssignment: SchoolRecord {
  public static let table = "sip_schools"

  public var school: Int
  public var partner: String
  /// Nil where the file does not say: since ever, or until further notice.
  public var from: CalendarDate?
  public var to: CalendarDate?

  public init?(_ row: TableRow) {
    (school, partner) = (row.school, row.text("sip_id"))
    (from, to) = (row.date("from"), row.date("to"))
  }

  /// Whether the partner has the school on a day.
  public func holds(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { $0 >= day } ?? true)
  }
}
