extension Layout {
  private static let offsets = -50...50

  /// A number of the layout that no file can need; nil where there is none.
  var impossibleNumber: String? {
    func outside(_ number: Int?, _ range: ClosedRange<Int>, _ place: String) -> String? {
      number.flatMap {
        range.contains($0) ? nil : "\(place) is \($0); write \(range.lowerBound) to \(range.upperBound)"
      }
    }
    func year(_ number: Int?, _ place: String) -> String? {
      number.flatMap { YearReading.plausible($0) ? nil : "\(place) is \($0), which is no year" }
    }
    var reasons = [outside(years?.offset, Self.offsets, "'years.offset'"), year(years?.fixed, "'years.fixed'")]
    reasons += (years?.header ?? []).map { outside($0.plus, Self.offsets, "'years.header.plus'") }
    reasons += (words ?? []).map { rule in
      guard let between = rule.between, between.count != 2 || between[0] > between[1] else { return nil }
      return "'between' of \(rule.what) needs the least and the largest number"
    }
    for table in tables ?? [] {
      for column in table.columns ?? [] {
        let place = "of measure '\(column.measure)' in table '\(table.name)'"
        reasons += [
          outside(column.yearOffset, Self.offsets, "'yearOffset' \(place)"), year(column.year, "'year' \(place)"),
          outside(column.decimals, NumberKind.decimals.range, "'decimals' \(place)"),
        ]
        reasons += (column.words ?? [:]).sorted { $0.key < $1.key }.map { word, number in
          outside(number, -1_000_000...1_000_000, "the word '\(word)' \(place)")
        }
      }
    }
    return reasons.lazy.compactMap { $0 }.first
  }
}
