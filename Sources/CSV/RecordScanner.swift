import CByteScan

/// The fast path: finds records whose quotes stand at the edges of their fields and hands libcsv the wanted fields.
///
/// The only place that calls the scanner.
@safe
struct RecordScanner: ~Copyable {
  /// How a scan came to its end.
  enum Outcome {
    /// As many records as there is room for, or all that start before the stop.
    case enough
    /// The window ends before the next record does.
    case needsMore
    /// The next record is for plain libcsv.
    case oddQuote
  }

  private var scan: byte_scan
  private let tables: UnsafeMutablePointer<UInt32>
  private let fields: LibCSV
  private let wantedCount: Int

  private static let pickedCapacity = 1 << 15

  init(wanted: [Int], variant: byte_scan_variant) {
    var runs: [ClosedRange<Int>] = []
    for column in wanted {
      if let run = runs.last, run.upperBound + 1 == column {
        runs[runs.count - 1] = run.lowerBound...column
      } else {
        runs.append(column...column)
      }
    }
    // Field c lies between the commas c - 1 and c.
    let edges = Set(runs.flatMap { $0.lowerBound == 0 ? [$0.upperBound] : [$0.lowerBound - 1, $0.upperBound] }).sorted()
    let entries = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, UInt32($0 + 1)) })
    let table =
      edges.map { UInt32($0) } + [UInt32.max]
      + runs.map { UInt32($0.lowerBound) } + runs.map { UInt32($0.upperBound) }
      + runs.map { $0.lowerBound == 0 ? 0 : entries[$0.lowerBound - 1]! } + runs.map { entries[$0.upperBound]! }
    let positionsStart = table.count
    unsafe tables = .allocate(capacity: table.count + edges.count + 1)
    unsafe tables.initialize(repeating: 0, count: table.count + edges.count + 1)
    for (index, entry) in table.enumerated() { unsafe tables[index] = entry }
    unsafe scan = byte_scan()
    unsafe scan.variant = variant
    unsafe scan.edges = unsafe UnsafePointer(tables)
    unsafe scan.edge_count = UInt32(edges.count)
    unsafe scan.wanted_count = UInt32(wanted.count)
    unsafe scan.run_count = UInt32(runs.count)
    let lists = unsafe UnsafePointer(tables + edges.count + 1)
    unsafe scan.firsts = lists
    unsafe scan.lasts = lists + runs.count
    unsafe scan.openings = lists + 2 * runs.count
    unsafe scan.closings = lists + 3 * runs.count
    unsafe scan.positions = unsafe tables + positionsStart
    unsafe scan.picked_capacity = Self.pickedCapacity
    unsafe scan.picked = .allocate(capacity: Self.pickedCapacity)
    fields = LibCSV(wanted: nil)
    wantedCount = wanted.count
  }

  deinit {
    unsafe scan.picked.deallocate()
    unsafe tables.deallocate()
  }

  /// Reads records of the window from `position` on into the empty batch, as long as they start before `stop`.
  /// Moves `position` and `line` behind them.
  mutating func read(
    _ window: borrowing ByteWindow, position: inout Int, line: inout Int, stop: Int, into batch: inout RecordBatch
  ) -> Outcome {
    unsafe scan.position = position - window.start
    unsafe scan.line = line
    unsafe scan.picked_count = 0
    unsafe scan.records = unsafe batch.places
    unsafe scan.record_capacity = RecordBatch.placeCapacity
    unsafe scan.record_count = 0
    var outcome = unsafe byte_scan_records(
      &scan, window.base, window.count, stop - window.start, window.reachesEndOfFile ? 1 : 0)
    while unsafe outcome == BYTE_SCAN_FULL && scan.record_count == 0 {
      unsafe scan.picked.deallocate()
      unsafe scan.picked_capacity = scan.needed
      unsafe scan.picked = .allocate(capacity: scan.needed)
      outcome = unsafe byte_scan_records(
        &scan, window.base, window.count, stop - window.start, window.reachesEndOfFile ? 1 : 0)
    }
    position = unsafe window.start + scan.position
    line = unsafe scan.line
    unsafe batch.placeCount = scan.record_count
    unsafe fields.feedFields(
      scan.picked, count: scan.picked_count, values: scan.record_count * wantedCount, into: &batch)
    precondition(batch.valueCount == batch.placeCount * wantedCount, "libcsv and the scanner disagree on fields")
    if outcome == BYTE_SCAN_NEEDS_MORE { return .needsMore }
    return outcome == BYTE_SCAN_ODD_QUOTE ? .oddQuote : .enough
  }
}
