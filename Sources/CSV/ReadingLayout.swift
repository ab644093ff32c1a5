import CByteScan

/// How much is read at a time, and how long a record may be. Tests make both tiny.
struct ReadingOptions: Sendable {
  var chunkSize = 1 << 18
  var recordLimit = 16 << 20
  /// Instructions the scan may use.
  var variant = BYTE_SCAN_BEST
  /// Reads every record with plain libcsv.
  var isPlain = false
}

/// Which columns are kept and how their values are decoded.
struct ReadingLayout: Sendable {
  /// The distinct wanted columns in file order.
  let wanted: [Int]
  let keepsAll: Bool
  /// For each column asked for, its place in `wanted`.
  let slots: [Int]
  let text: TextEvidence
  let options: ReadingOptions

  init(columns: [Int], text: TextEvidence, options: ReadingOptions) {
    wanted = Set(columns).sorted()
    keepsAll = false
    var places: [Int: Int] = [:]
    for (place, column) in wanted.enumerated() { places[column] = place }
    slots = columns.map { places[$0]! }
    self.text = text
    self.options = options
  }

  /// Keeps every column of a record, however many.
  init(allColumnsWith text: TextEvidence, options: ReadingOptions) {
    wanted = []
    keepsAll = true
    slots = []
    self.text = text
    self.options = options
  }
}
