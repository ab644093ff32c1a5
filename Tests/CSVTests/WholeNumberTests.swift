import Testing

@testable import CSV

@Suite("Whole numbers of a batch")
struct WholeNumberTests {
  /// What `shortWholeNumber` gives for each value, in quotes so that no byte means anything to a reader of CSV.
  private func numbers(_ values: [[UInt8]]) throws -> [Int32] {
    var bytes = Array("n\n".utf8)
    for value in values { bytes += [0x22] + value.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22, 0x0A] }
    return try withFile(bytes) { path in
      let parts = try CSVFile(path: path).readBatches(columns: [0], parts: 1, makeState: { _ in [Int32]() }) {
        numbers, records in
        for record in 0..<records.count { numbers.append(records.shortWholeNumber(record, 0)) }
      }
      return parts.flatMap(\.state)
    }
  }

  @Test("One to eight digits are read, leading zeros too")
  func digits() throws {
    let texts = [
      "0", "7", "42", "042", "999", "1234", "98765", "123456", "7654321", "12345678", "99999999", "00000001",
    ]
    #expect(try numbers(texts.map { Array($0.utf8) }) == texts.map { Int32($0)! })
  }

  @Test("Nothing, nine digits and any other byte in any place are not")
  func others() throws {
    #expect(try numbers([Array("123456789".utf8), Array("-1".utf8), Array("1.5".utf8)]) == [-1, -1, -1])
    for count in 1...8 {
      for place in 0..<count {
        // A NUL byte is no text; quoted line ends and blanks at the edges are the reader's.
        let bytes = (1...255).map { UInt8($0) }.filter {
          !(0x30...0x39).contains($0) && !(9...13).contains($0) && $0 != 0x20
        }
        let values = bytes.map { byte in
          var value = [UInt8](repeating: 0x35, count: count)
          value[place] = byte
          return value
        }
        #expect(try numbers(values).allSatisfy { $0 == -1 }, "\(count) bytes, place \(place)")
      }
    }
  }
}
