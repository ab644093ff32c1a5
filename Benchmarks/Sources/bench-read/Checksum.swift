/// What every peer must make of the same columns: no value lost, cut or mistaken.
struct Checksum: Equatable, Sendable, Codable {
  var records = 0
  /// For each kept column, the bytes in all its values.
  var bytes: [Int]
  /// For each kept column, the sum of its values where it holds whole numbers, or 0.
  var sums: [Int]

  init(columns: Int) {
    bytes = Array(repeating: 0, count: columns)
    sums = bytes
  }

  static func += (left: inout Checksum, right: Checksum) {
    left.records += right.records
    for column in left.bytes.indices {
      left.bytes[column] += right.bytes[column]
      left.sums[column] += right.sums[column]
    }
  }
}
