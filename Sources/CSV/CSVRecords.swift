import CByteScan

/// Some consecutive records of a part, as the body of ``CSVFile/readBatches(columns:parts:makeState:body:)`` sees them:
/// one by one, or column by column, which is quicker where all cells of a column are read alike.
public struct CSVRecords: ~Copyable, ~Escapable {
  /// Eight bytes more than the values take.
  @usableFromInline let bytes: Span<UInt8>
  /// Value *i* of the batch is `bytes[bounds[i]..<bounds[i + 1]]`.
  @usableFromInline let bounds: Span<UInt32>
  /// Where the k-th wanted column stands among the values of a record.
  @usableFromInline let slots: Span<Int>
  /// Values of a record.
  @usableFromInline let width: Int
  private let places: Span<byte_scan_record>
  /// How the values are to be decoded.
  public let encoding: TextEncoding
  /// Records that the whole part will have, going by what was read of it so far.
  public let expectedInPart: Int

  @_lifetime(copy bytes, copy bounds, copy slots, copy places)
  init(
    bytes: Span<UInt8>, bounds: Span<UInt32>, slots: Span<Int>, width: Int, places: Span<byte_scan_record>,
    encoding: TextEncoding, expectedInPart: Int
  ) {
    self.bytes = bytes
    self.bounds = bounds
    self.slots = slots
    self.width = width
    self.places = places
    self.encoding = encoding
    self.expectedInPart = expectedInPart
  }

  /// Records in the batch, at least 1.
  public var count: Int { places.count }

  /// The record at a position, from 0.
  public subscript(_ record: Int) -> CSVRecord {
    @_lifetime(copy self)
    get {
      let place = places[record]
      return CSVRecord(
        bytes: bytes, bounds: bounds, slots: slots, first: record * width,
        line: Int(place.line), fieldCount: Int(place.field_count), encoding: encoding)
    }
  }

  /// The bytes of the k-th wanted column at a record; empty where the record is short.
  ///
  /// - Complexity: O(1), nothing is copied.
  @inlinable
  public subscript(_ record: Int, _ k: Int) -> Span<UInt8> {
    @_lifetime(copy self)
    get {
      let value = record * width + slots[k]
      return bytes.extracting(Int(bounds[value])..<Int(bounds[value + 1]))
    }
  }

  /// The whole number that the k-th wanted column holds at a record, written in one to eight digits and nothing else;
  /// -1 for any other value.
  ///
  /// - Complexity: O(1), without a loop over the digits.
  @inlinable
  public func shortWholeNumber(_ record: Int, _ k: Int) -> Int32 {
    let value = record * width + slots[k]
    let start = Int(bounds[value])
    let count = Int(bounds[value + 1]) - start
    guard 1...8 ~= count else { return -1 }
    // The digits as the highest bytes, the last one highest, and as many zeros below them as make eight.
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let raw = unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    var digits = (raw << UInt64(64 - 8 * count) | (count == 8 ? 0 : zeros >> UInt64(8 * count))) &- zeros
    // No byte is above nine: adding 0x76 to any other carries into its highest bit.
    if (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 != 0 { return -1 }
    // Neighbouring digits make numbers of two, those of four, and those one of eight.
    digits = digits &* 10 &+ (digits >> 8)
    let pairs: UInt64 = 0x0000_00ff_0000_00ff
    let high = (digits & pairs) &* (100 + (1_000_000 << 32))
    let low = ((digits >> 16) & pairs) &* (1 + (10_000 << 32))
    return Int32(truncatingIfNeeded: (high &+ low) >> 32)
  }
}
