import SchoolStatistics

/// What a row of a table is about, before its cells are read.
struct RowHead: Sendable {
  /// Position of the record in its batch.
  var record: Int32
  var line: UInt32
  /// As `TableBuilder.keys`.
  var key: Int32
  /// The authority that the row names.
  var authority: Int16
  var year: Int16
  /// Position in the plan of the rule that says what the record is about; -1 where the file needs none.
  var rule: Int16
  /// What an empty cell means in the record.
  var blank: MissingReason
  var group = PupilGroup.all
  /// What the filters of the file say.
  var filtered = FilteredRow()
  /// Position of the shape in the plan of the table.
  var shape: Int16 = 0
  /// Whether the row is about an earlier year than the record.
  var isHistory = false

  /// Numbers come as the readers of cells let them through, lines and positions as they are.
  init(record: Int, line: Int, key: Int, authority: Int, year: Int, rule: Int, blank: MissingReason) {
    (self.record, self.line, self.key) = (Int32(clamping: record), UInt32(clamping: line), Int32(clamping: key))
    (self.authority, self.year, self.rule) = (
      Int16(clamping: authority), Int16(clamping: year), Int16(clamping: rule)
    )
    self.blank = blank
  }
}
