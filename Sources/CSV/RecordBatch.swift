import CByteScan

/// The values of some consecutive records, as libcsv gave them, waiting for the body.
///
/// Every record has as many values as there are distinct wanted columns, in file order.
@safe
struct RecordBatch: ~Copyable {
  /// Records in a batch at most.
  static let placeCapacity = 1 << 10

  /// Bytes behind the last value that can be read, though they mean nothing.
  private static let slack = 8

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  /// `bounds[0]` is 0; value *i* ends at `bounds[i + 1]`.
  private(set) var bounds: UnsafeMutablePointer<UInt32>
  private var boundCapacity: Int
  private(set) var valueCount = 0
  /// Line and width of each record.
  let places: UnsafeMutablePointer<byte_scan_record>
  var placeCount = 0

  init(byteCapacity: Int, valueCapacity: Int) {
    self.byteCapacity = byteCapacity
    boundCapacity = valueCapacity + 1
    unsafe bytes = .allocate(capacity: byteCapacity)
    unsafe bytes.initialize(repeating: 0, count: byteCapacity)
    unsafe bounds = .allocate(capacity: boundCapacity)
    unsafe bounds[0] = 0
    unsafe places = .allocate(capacity: Self.placeCapacity)
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe bounds.deallocate()
    unsafe places.deallocate()
  }

  var byteCount: Int { unsafe Int(bounds[valueCount]) }

  mutating func removeAll() {
    valueCount = 0
    placeCount = 0
  }

  /// Ends the record being filled.
  mutating func endRecord(line: Int, fieldCount: Int) {
    unsafe places[placeCount] = byte_scan_record(line: UInt32(line), field_count: UInt32(fieldCount))
    placeCount += 1
  }

  /// Whether a batch of this size is worth handing on.
  var isFull: Bool { placeCount == Self.placeCapacity || byteCount >= 1 << 15 }

  var placeSpan: Span<byte_scan_record> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: places, count: placeCount), borrowing: self) }
  }

  /// Adds a value to the record being filled.
  @inline(__always)
  mutating func append(_ value: UnsafeRawPointer?, count: Int) {
    let used = byteCount
    if used + max(count, 32) + Self.slack > byteCapacity || valueCount + 1 == boundCapacity { grow(by: count) }
    if let value = unsafe value {
      let target = unsafe UnsafeMutableRawPointer(bytes + used)
      // Most values are short: one fixed move is quicker than a call. libcsv's entry buffer is never under 128 bytes.
      if count <= 32 {
        unsafe target.copyMemory(from: value, byteCount: 32)
      } else {
        unsafe target.copyMemory(from: value, byteCount: count)
      }
    }
    valueCount += 1
    unsafe bounds[valueCount] = UInt32(truncatingIfNeeded: used + count)
  }

  @inline(never)
  private mutating func grow(by count: Int) {
    let capacity = byteCapacity * 2 + count + 32
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe wider.initialize(repeating: 0, count: capacity)
    unsafe wider.update(from: bytes, count: byteCount)
    unsafe bytes.deallocate()
    unsafe bytes = unsafe wider
    byteCapacity = capacity
    let more = UnsafeMutablePointer<UInt32>.allocate(capacity: boundCapacity * 2)
    unsafe more.update(from: bounds, count: valueCount + 1)
    unsafe bounds.deallocate()
    unsafe bounds = unsafe more
    boundCapacity *= 2
  }

  var byteSpan: Span<UInt8> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: bytes, count: byteCount), borrowing: self) }
  }

  /// The bytes of the values, and the slack behind them.
  var paddedByteSpan: Span<UInt8> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: bytes, count: byteCount + Self.slack), borrowing: self) }
  }

  var boundSpan: Span<UInt32> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: bounds, count: valueCount + 1), borrowing: self) }
  }

  /// The values that the encoding of the file cannot explain.
  func undecodableBytes(_ layout: ReadingLayout) -> [CSVProblem] {
    let bytes = byteSpan
    guard !bytes.isASCII else { return [] }
    let bounds = boundSpan
    var problems: [CSVProblem] = []
    for record in 0..<placeCount {
      let line = Int(placeSpan[record].line)
      for (k, slot) in layout.slots.enumerated() {
        let value = record * layout.wanted.count + slot
        let span = bytes.extracting(Int(bounds[value])..<Int(bounds[value + 1]))
        if !span.isASCII, !layout.text.explains(span) {
          problems.append(CSVProblem(.undecodableBytes(column: k), line: line))
        }
      }
    }
    return problems
  }
}
