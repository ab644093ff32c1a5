/// A school improvement partner (canonical table `sips`).
public struct SchoolImprovementPartner: Hashable, Sendable {
  public var id: String
  public var name: String
  public var phase: String
  /// Days that the partner has in a year; nil where the file does not say.
  public var days: Int?

  public init(id: String, name: String, phase: String, days: Int? = nil) {
    (self.id, self.name, self.phase, self.days) = (id, name, phase, days)
  }

  init(_ row: TableRow) {
    self.init(
      id: row.text("sip_id"), name: row.text("name"), phase: row.text("phase"), days: Int(row.text("days")))
  }
}
