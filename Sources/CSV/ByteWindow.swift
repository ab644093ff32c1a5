#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stretch of a file held in memory, moved forward as it is read.
///
/// It is as small as its first capacity allows and grows, up to the record limit, only where one record is longer.
@safe
struct ByteWindow: ~Copyable {
  /// The scanner loads whole blocks, so this many bytes past the end may be touched.
  static let slack = 128

  let file: InputFile
  /// The byte of the file at which the window starts.
  private(set) var start: Int
  private(set) var count = 0
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private let recordLimit: Int

  init(of file: InputFile, from start: Int, capacity: Int, recordLimit: Int) {
    self.file = file
    self.start = start
    self.capacity = max(1, min(capacity, file.byteCount - start))
    self.recordLimit = recordLimit
    unsafe base = Self.room(self.capacity)
  }

  deinit { unsafe base.deallocate() }

  private static func room(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + slack)
    unsafe room.initialize(repeating: 0, count: capacity + slack)
    return unsafe room
  }

  /// The byte of the file just after the window.
  var end: Int { start + count }
  var reachesEndOfFile: Bool { end == file.byteCount }
  var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(Span(_unsafeStart: base, count: count), borrowing: self) }
  }

  /// The bytes of a range of the file that the window holds.
  subscript(_ range: Range<Int>) -> Span<UInt8> {
    @_lifetime(borrow self)
    get { bytes.extracting(range.lowerBound - start..<range.upperBound - start) }
  }

  /// The next line end at or after a byte, and the byte behind it; nil when it is not in the window, or not surely so
  /// because an LF may follow a CR at its end.
  func lineEnd(from place: Int) -> (terminator: Int, next: Int)? {
    let bytes = bytes
    var index = place - start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x0D {
      guard index + 1 < bytes.count || reachesEndOfFile else { return nil }
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A { return (start + index, start + index + 2) }
    }
    return (start + index, start + index + 1)
  }

  /// Drops what lies before `position` and reads on behind it. Says false when the window already holds more than a
  /// record may take.
  ///
  /// - Throws: `readFailed`, and `notText` when a NUL byte turns up.
  mutating func slide(to position: Int) throws(CSVError) -> Bool {
    if count == capacity, position == start {
      guard capacity < recordLimit else { return false }
      capacity = min(capacity * 2, recordLimit)
      let wider = unsafe Self.room(capacity)
      unsafe wider.update(from: base, count: count)
      unsafe base.deallocate()
      unsafe base = unsafe wider
    } else if position < end {
      unsafe memmove(base, base + (position - start), end - position)
      count = end - position
      start = position
    } else {
      start = position
      count = 0
    }
    let space = unsafe UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
    let got = unsafe try file.read(into: space, at: end)
    let before = end
    count += got
    if let nul = unsafe memchr(space.baseAddress!, 0, got) {
      let place = unsafe before + (UnsafeRawPointer(nul) - UnsafeRawPointer(space.baseAddress!))
      throw CSVError(.notText(found: "a NUL byte"), path: file.path, byte: place)
    }
    return true
  }
}

extension Span<UInt8> {
  /// Line ends among the bytes; CR LF is one.
  var lineEnds: Int {
    var ends = 0
    for index in indices {
      let isPair = self[index] == 0x0D && index + 1 < count && self[index + 1] == 0x0A
      if self[index] == 0x0A || self[index] == 0x0D && !isPair { ends += 1 }
    }
    return ends
  }
}
