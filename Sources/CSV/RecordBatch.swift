import CByteScan

/// The values of some consecutive records, as libcsv gave them, waiting for the body.
///
/// Every record has as many values as there are distinct wanted columns, in file order.
@safe
struct RecordBatch: ~Copyable {
  /// Records in a batch at most.
  static let placeCapacity = 1 << 10

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  /// `bounds[0]` is 0; value *i* ends at `bounds[i + 1]`.
  private(set) var bounds: UnsafeMutablePointer<UInt32>
  /// The whole number that each value's one to eight digits make; -1 for any other value.
  private(set) var numbers: UnsafeMutablePointer<Int32>
  private var boundCapacity: Int
  private(set) var valueCount = 0
  /// Line and width of each record.
  let places: UnsafeMutablePointer<byte_scan_record>
  var placeCount = 0

  init(byteCapacity: Int, valueCapacity: Int) {
    self.byteCapacity = byteCapacity
    boundCapacity = valueCapacity + 1
    unsafe bytes = .allocate(capacity: byteCapacity)
    unsafe bounds = .allocate(capacity: boundCapacity)
    unsafe numbers = .allocate(capacity: boundCapacity)
    unsafe bounds[0] = 0
    unsafe places = .allocate(capacity: Self.placeCapacity)
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe bounds.deallocate()
    unsafe numbers.deallocate()
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

  /// Makes room for values behind those that are there.
  mutating func reserve(bytes more: Int, values: Int) {
    if byteCount + more > byteCapacity {
      let capacity = max(byteCapacity * 2, byteCount + more)
      let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      unsafe wider.update(from: bytes, count: byteCount)
      unsafe bytes.deallocate()
      unsafe bytes = unsafe wider
      byteCapacity = capacity
    }
    if valueCount + values >= boundCapacity {
      let capacity = max(boundCapacity * 2, valueCount + values + 1)
      let moreBounds = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
      unsafe moreBounds.update(from: bounds, count: valueCount + 1)
      unsafe bounds.deallocate()
      unsafe bounds = unsafe moreBounds
      let moreNumbers = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
      unsafe moreNumbers.update(from: numbers, count: valueCount)
      unsafe numbers.deallocate()
      unsafe numbers = unsafe moreNumbers
      boundCapacity = capacity
    }
  }

  /// Adds a value to the record being filled. Precondition: there is room for it.
  @inline(__always)
  mutating func append(_ value: UnsafeRawPointer?, count: Int) {
    let used = unsafe bounds[valueCount]
    var number: Int32 = -1
    if let value = unsafe value {
      let target = unsafe bytes + Int(used)
      if count > 8 {
        unsafe UnsafeMutableRawPointer(target).copyMemory(from: value, byteCount: count)
      } else {
        // libcsv has just written these bytes one by one: reading them one by one is quickest, and most are digits.
        var digits: UInt32 = 0
        var largest: UInt8 = 0
        for index in 0..<count {
          let byte = unsafe value.load(fromByteOffset: index, as: UInt8.self)
          unsafe target[index] = byte
          digits = digits &* 10 &+ UInt32(byte &- 0x30)
          largest = max(largest, byte &- 0x30)
        }
        if largest <= 9 && count > 0 { number = Int32(bitPattern: digits) }
      }
    }
    unsafe numbers[valueCount] = number
    valueCount &+= 1
    unsafe bounds[valueCount] = used &+ UInt32(truncatingIfNeeded: count)
  }

  var byteSpan: Span<UInt8> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: bytes, count: byteCount), borrowing: self) }
  }

  var numberSpan: Span<Int32> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: numbers, count: valueCount), borrowing: self) }
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
