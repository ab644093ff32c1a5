import SchoolStatistics

/// Decimals to which the percentages of targets files are stated: the most that any row of the file has.
struct StatedDecimals: Sendable {
  private struct Column: Hashable {
    var source: Int
    var measure: Measure
  }
  private var decimals: [Column: Int] = [:]

  /// O(rows).
  init(_ tables: [DataTable]) {
    for table in tables {
      for measure in ["target_percent", "estimate_b", "estimate_d"] as [Measure] {
        guard let figures = table.column(measure)?.figures else { continue }
        let key = Column(source: table.source, measure: measure)
        decimals[key] = (0..<table.count).reduce(decimals[key] ?? 0) { most, row in
          max(most, figures[row].value.map(Self.decimals) ?? 0)
        }
      }
    }
  }

  /// A record that knows how exactly its percentages are stated; one worked out from pupils is exact.
  func stated(_ record: TargetRecord) -> TargetRecord {
    var record = record
    let isCounted = record.pupils != nil && (record.cohort ?? 0) > 0
    record.percentDecimals = isCounted ? nil : of("target_percent", record)
    record.estimateDecimals = min(of("estimate_b", record), of("estimate_d", record))
    return record
  }

  private func of(_ measure: Measure, _ record: TargetRecord) -> Int {
    decimals[Column(source: record.source.source, measure: measure)] ?? 1
  }

  private static func decimals(_ value: Rational) -> Int {
    (0..<6).first { value.rounded(decimals: $0) == value } ?? 6
  }
}
