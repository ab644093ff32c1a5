/// One record of a file as the body of ``CSVFile/read(columns:parts:makeState:body:)`` sees it: the wanted columns only.
///
/// The bytes are libcsv's: quotes undone, spaces and tabs round an unquoted field or outside its quotes trimmed.
/// They live until the body returns.
@frozen
public struct CSVRecord: ~Copyable, ~Escapable {
  @usableFromInline let bytes: Span<UInt8>
  /// Value *i* of the batch is `bytes[bounds[i]..<bounds[i + 1]]`.
  @usableFromInline let bounds: Span<UInt32>
  /// Of each value the whole number that ``shortWholeNumber(_:)`` gives.
  @usableFromInline let numbers: Span<Int32>
  /// Where the k-th wanted column stands among the values of a record.
  @usableFromInline let slots: Span<Int>
  @usableFromInline let first: Int

  /// Lines after the start of the part, from 0, at which the record starts.
  public let line: Int
  /// Fields in the record as it stands in the file, wanted or not; ragged rows have more or fewer than the header.
  public let fieldCount: Int
  /// How the values are to be decoded.
  public let encoding: TextEncoding

  @_lifetime(copy bytes, copy bounds, copy numbers, copy slots)
  init(
    bytes: Span<UInt8>, bounds: Span<UInt32>, numbers: Span<Int32>, slots: Span<Int>, first: Int,
    line: Int, fieldCount: Int, encoding: TextEncoding
  ) {
    self.bytes = bytes
    self.bounds = bounds
    self.numbers = numbers
    self.slots = slots
    self.first = first
    self.line = line
    self.fieldCount = fieldCount
    self.encoding = encoding
  }

  /// The bytes of the k-th wanted column, in the order the columns were asked for; empty where the record is short.
  ///
  /// - Complexity: O(1), nothing is copied.
  @inlinable
  public subscript(_ k: Int) -> Span<UInt8> {
    @_lifetime(copy self)
    get {
      let value = first + slots[k]
      return bytes.extracting(Int(bounds[value])..<Int(bounds[value + 1]))
    }
  }

  /// The whole number that the k-th wanted column holds, written in one to eight digits and nothing else; -1 for any
  /// other value.
  ///
  /// - Complexity: O(1); the digits were read when the value came.
  @inlinable
  public func shortWholeNumber(_ k: Int) -> Int32 { numbers[first + slots[k]] }

  /// The text of the k-th wanted column.
  ///
  /// - Complexity: O(*n*) in the bytes of the value; allocates when the text is longer than 15 bytes.
  @inlinable
  public func text(_ k: Int) -> String { String(decoding: self[k], encoding: encoding) }
}
