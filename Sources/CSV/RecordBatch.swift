import CByteScan

/// The values of some consecutive records, as libcsv gave them, waiting for the body.
///
/// Every record has as many values as there are distinct wanted columns, in file order.
@safe
struct RecordBatch: ~Copyable {
  /// Records in a batch at most.
  static let placeCapacity = 1 << 10

  private(set) var values: byte_scan_values
  private var byteCapacity: Int
  private var boundCapacity: Int
  /// Line and width of each record.
  let places: UnsafeMutablePointer<byte_scan_record>
  var placeCount = 0

  init(byteCapacity: Int, valueCapacity: Int) {
    self.byteCapacity = byteCapacity
    boundCapacity = valueCapacity + 1
    unsafe values = byte_scan_values(
      bytes: .allocate(capacity: byteCapacity), bounds: .allocate(capacity: boundCapacity),
      numbers: .allocate(capacity: boundCapacity), count: 0)
    unsafe values.bounds[0] = 0
    unsafe places = .allocate(capacity: Self.placeCapacity)
  }

  deinit {
    unsafe values.bytes.deallocate()
    unsafe values.bounds.deallocate()
    unsafe values.numbers.deallocate()
    unsafe places.deallocate()
  }

  var valueCount: Int { unsafe values.count }
  var byteCount: Int { unsafe Int(values.bounds[values.count]) }

  mutating func removeAll() {
    unsafe values.count = 0
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

  /// Makes room for values behind those that are there.
  mutating func reserve(bytes more: Int, values moreValues: Int) {
    if byteCount + more > byteCapacity {
      byteCapacity = max(byteCapacity * 2, byteCount + more)
      unsafe values.bytes = unsafe Self.moved(values.bytes, count: byteCount, capacity: byteCapacity)
    }
    if valueCount + moreValues >= boundCapacity {
      boundCapacity = max(boundCapacity * 2, valueCount + moreValues + 1)
      unsafe values.bounds = unsafe Self.moved(values.bounds, count: valueCount + 1, capacity: boundCapacity)
      unsafe values.numbers = unsafe Self.moved(values.numbers, count: valueCount, capacity: boundCapacity)
    }
  }

  private static func moved<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, count: Int, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe wider.update(from: old, count: count)
    unsafe old.deallocate()
    return unsafe wider
  }

  /// Adds a value to the record being filled. Precondition: there is room for it.
  mutating func append(_ value: UnsafeMutableRawPointer?, count: Int) { unsafe byte_scan_append(value, count, &values) }

  /// Calls `body` with where libcsv's callback adds values. Precondition: there is room for them.
  mutating func withValues<Result>(_ body: (UnsafeMutablePointer<byte_scan_values>) -> Result) -> Result {
    unsafe withUnsafeMutablePointer(to: &values, body)
  }

  var byteSpan: Span<UInt8> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: values.bytes, count: byteCount), borrowing: self) }
  }

  var numberSpan: Span<Int32> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: values.numbers, count: valueCount), borrowing: self) }
  }

  var boundSpan: Span<UInt32> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: values.bounds, count: valueCount + 1), borrowing: self) }
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
