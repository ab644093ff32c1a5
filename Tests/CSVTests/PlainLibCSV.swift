import CCSV

/// What libcsv makes of bytes when they are fed one by one with nothing clever about it: the measure for the reader.
struct PlainLibCSV {
  struct Row: Equatable, Sendable {
    /// Counted from 1.
    var line: Int
    var fields: [[UInt8]]
  }

  private(set) var rows: [Row] = []
  private(set) var hasOpenQuote = false

  /// - Parameter bytes: without a byte-order mark.
  init(_ bytes: [UInt8]) {
    var collector = Collector()
    unsafe withUnsafeMutablePointer(to: &collector) { collector in
      var parser = unsafe csv_parser()
      unsafe csv_init(&parser, 0)
      var line = 1
      for (index, byte) in bytes.enumerated() {
        let rowsBefore = unsafe collector.pointee.rows.count
        unsafe _ = withUnsafePointer(to: byte) { unsafe csv_parse(&parser, $0, 1, onField, onRecord, collector) }
        let isLineEnd = byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
        if isLineEnd { line += 1 }
        // State 0 is "row not begun": what follows the line end is a record of its own.
        let ended = unsafe collector.pointee.rows.count > rowsBefore
        let betweenRecords = unsafe parser.pstate == 0
        if ended || betweenRecords && isLineEnd { unsafe collector.pointee.nextLine = line }
      }
      hasOpenQuote = unsafe parser.quoted != 0 && parser.pstate == 2
      unsafe csv_fini(&parser, onField, onRecord, collector)
      unsafe csv_free(&parser)
    }
    rows = collector.rows
  }
}

private struct Collector {
  var rows: [PlainLibCSV.Row] = []
  var fields: [[UInt8]] = []
  var nextLine = 1
}

private let onField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
  let value = unsafe Array(UnsafeRawBufferPointer(start: $0, count: $1))
  unsafe $2!.assumingMemoryBound(to: Collector.self).pointee.fields.append(value)
}

private let onRecord: @convention(c) (CInt, UnsafeMutableRawPointer?) -> Void = {
  let collector = unsafe $1!.assumingMemoryBound(to: Collector.self)
  unsafe collector.pointee.rows.append(
    PlainLibCSV.Row(line: collector.pointee.nextLine, fields: collector.pointee.fields))
  unsafe collector.pointee.fields = []
}
