import CByteScan
import CCSV

/// libcsv set to read RFC 4180 as every part of this module does: commas, double quotes, spaces and tabs round fields
/// trimmed, blank lines dropped, a quote in an odd place taken as text.
///
/// The only place that calls the library's parser.
@safe
struct LibCSV: ~Copyable {
  private let parser: UnsafeMutablePointer<csv_parser>
  private let sink: UnsafeMutablePointer<FieldSink>

  /// - Parameter wanted: the columns whose values are kept, ascending; all of them when nil.
  init(wanted: [Int]?) {
    unsafe parser = .allocate(capacity: 1)
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(to: FieldSink(wanted: wanted))
    precondition(unsafe csv_init(parser, 0) == 0, "libcsv refuses its options")
  }

  deinit {
    unsafe csv_free(parser)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
    unsafe parser.deallocate()
  }

  /// Fields of the record so far, wanted or not.
  var fieldsSeen: Int { unsafe sink.pointee.fieldsSeen }
  /// Whether the last byte fed ended a record.
  var recordEnded: Bool { unsafe sink.pointee.recordEnded }
  /// Whether a quoted field has begun and not ended.
  var insideQuotes: Bool { unsafe parser.pointee.quoted != 0 }

  /// Forgets the record that ended; the next byte fed begins another.
  func beginRecord() { unsafe sink.pointee.begin() }

  /// Parses bytes of a record, up to its end at most; wanted values go into the batch as they end.
  func feed(_ window: borrowing ByteWindow, _ range: Range<Int>, into batch: inout RecordBatch) {
    let bytes = unsafe window.base + (range.lowerBound - window.start)
    withBatch(&batch) {
      let parsed = unsafe csv_parse(parser, bytes, range.count, onField, onRecord, sink)
      precondition(parsed == range.count, "libcsv is out of memory")
    }
  }

  /// Parses raw fields, each with a comma behind it, and adds all their values to the batch.
  func feedFields(_ bytes: UnsafePointer<UInt8>, count: Int, values: Int, into batch: inout RecordBatch) {
    // No value is longer than the field that it stands in.
    batch.reserve(bytes: count, values: values)
    let parsed = unsafe batch.withValues { unsafe csv_parse(parser, bytes, count, byte_scan_append, nil, $0) }
    precondition(parsed == count, "libcsv is out of memory")
  }

  /// Ends a last record that has no line end. Says whether its last field is a quote never closed.
  func finish(into batch: inout RecordBatch) -> Bool {
    withBatch(&batch) {
      let open = unsafe parser.pointee.quoted != 0 && parser.pointee.pstate == fieldBegun
      _ = unsafe csv_fini(parser, onField, onRecord, sink)
      return open
    }
  }

  private func withBatch<Result>(_ batch: inout RecordBatch, _ body: () -> Result) -> Result {
    unsafe withUnsafeMutablePointer(to: &batch) { batch in
      unsafe sink.pointee.batch = unsafe batch
      defer { unsafe sink.pointee.batch = nil }
      return body()
    }
  }

  /// Where libcsv's strict mode finds a quote that is neither at the edge of its field nor doubled: the line on which
  /// its field opens, counted from the start of the record, and the line ends in the field before the quote.
  static func strayQuote(_ window: borrowing ByteWindow, _ record: Range<Int>) -> (line: Int, swallowedLines: Int)? {
    var strict = unsafe csv_parser()
    precondition(unsafe csv_init(&strict, UInt8(CSV_STRICT)) == 0, "libcsv refuses its options")
    defer { unsafe csv_free(&strict) }
    let bytes = unsafe window.base + (record.lowerBound - window.start)
    let parsed = unsafe csv_parse(&strict, bytes, record.count, nil, nil, nil)
    guard parsed < record.count else { return nil }
    // What the field holds so far is still in the parser.
    let swallowed = unsafe Span(_unsafeStart: strict.entry_buf, count: strict.entry_pos).lineEnds
    return (window[record.lowerBound..<record.lowerBound + parsed].lineEnds - swallowed, swallowed)
  }

  /// Appends a value in quotes, those inside it doubled.
  static func appendQuoted(_ value: Span<UInt8>, to output: inout [UInt8]) {
    unsafe value.withUnsafeBytes { value in
      let most = value.count * 2 + 2
      let room = unsafe [UInt8](unsafeUninitializedCapacity: most) { room, count in
        unsafe count = csv_write2(room.baseAddress, most, value.baseAddress, value.count, UInt8(CSV_QUOTE))
      }
      output.append(contentsOf: room)
    }
  }
}

/// The number libcsv 3 gives its state inside a field; its header shows the member and not the number.
private let fieldBegun: CInt = 2

/// What the callbacks know: which columns are wanted and where their values go.
@safe
private struct FieldSink {
  let wanted: [Int]
  let keepsAll: Bool
  var batch: UnsafeMutablePointer<RecordBatch>?
  var fieldsSeen = 0
  var wantedSeen = 0
  var recordEnded = false

  init(wanted: [Int]?) {
    self.wanted = wanted ?? []
    keepsAll = wanted == nil
    unsafe batch = nil
  }

  mutating func begin() {
    fieldsSeen = 0
    wantedSeen = 0
    recordEnded = false
  }

  mutating func take(_ value: UnsafeMutableRawPointer?, _ count: Int) {
    let isWanted = keepsAll || wantedSeen < wanted.count && wanted[wantedSeen] == fieldsSeen
    fieldsSeen += 1
    guard isWanted else { return }
    unsafe batch!.pointee.reserve(bytes: count, values: 1)
    unsafe batch!.pointee.append(value, count: count)
    wantedSeen += 1
  }

  mutating func endRecord() {
    unsafe batch!.pointee.reserve(bytes: 0, values: max(0, wanted.count - wantedSeen))
    while wantedSeen < wanted.count {
      unsafe batch!.pointee.append(nil, count: 0)
      wantedSeen += 1
    }
    recordEnded = true
  }
}

private let onField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
  unsafe $2!.assumingMemoryBound(to: FieldSink.self).pointee.take($0, $1)
}

private let onRecord: @convention(c) (CInt, UnsafeMutableRawPointer?) -> Void = {
  unsafe $1!.assumingMemoryBound(to: FieldSink.self).pointee.endRecord()
}
