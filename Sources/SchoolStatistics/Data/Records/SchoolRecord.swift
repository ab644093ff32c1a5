/// What one line of a file says of a school besides its results. Each kind is one file of this folder.
public protocol SchoolRecord: Sendable {
  /// The canonical table of its rows.
  static var table: String { get }
  var school: Int { get }
  /// Nil for a row that lacks what the record cannot be without (the day of an inspection).
  init?(_ row: TableRow)
}
