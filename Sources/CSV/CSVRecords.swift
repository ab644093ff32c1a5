import CByteScan

/// Some consecutive records of a part, as the body of ``CSVFile/readBatches(columns:parts:makeState:body:)`` sees them:
/// one by one, or column by column, which is quicker where all cells of a column are read alike.
public struct CSVRecords: ~Copyable, ~Escapable {
  @usableFromInline let bytes: Span<UInt8>
  /// Value *i* of the batch is `bytes[bounds[i]..<bounds[i + 1]]`.
  @usableFromInline let bounds: Span<UInt32>
  /// Of each value the whole number that ``shortWholeNumber(_:_:)`` gives.
  @usableFromInline let numbers: Span<Int32>
  /// Where the k-th wanted column stands among the values of a record.
  @usableFromInline let slots: Span<Int>
  /// Values of a record.
  @usableFromInline let width: Int
  private let places: Span<byte_scan_record>
  /// How the values are to be decoded.
  public let encoding: TextEncoding
  /// Records that the whole part will have, going by what was read of it so far.
  public let expectedInPart: Int

  @_lifetime(copy bytes, copy bounds, copy numbers, copy slots, copy places)
  init(
    bytes: Span<UInt8>, bounds: Span<UInt32>, numbers: Span<Int32>, slots: Span<Int>, width: Int,
    places: Span<byte_scan_record>, encoding: TextEncoding, expectedInPart: Int
  ) {
    self.bytes = bytes
    self.bounds = bounds
    self.numbers = numbers
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
        bytes: bytes, bounds: bounds, numbers: numbers, slots: slots, first: record * width,
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

  /// As ``CSVRecord/shortWholeNumber(_:)``, of the record at a position.
  @inlinable
  public func shortWholeNumber(_ record: Int, _ k: Int) -> Int32 { numbers[record * width + slots[k]] }
}
