import SchoolStatistics

extension CountedSchool {
  /// The tests with the titles of measures in place of their ids, for readers: "Progress 8, upper confidence limit
  /// 2016/17: -0.1 is below 0".
  ///
  /// - Parameter measures: definitions by measure, as the data have them.
  public func testsInWords(_ measures: [Measure: MeasureDefinition]) -> [String] {
    tests.map { test in
      let id = String(test.prefix { $0 != " " })
      guard id.contains("_") else { return test }
      let title = measures[Measure(id)]?.title ?? Self.scores[id] ?? id.replacing("_", with: " ")
      return title + test.dropFirst(id.count)
    }
  }

  /// Scores that stand in one column of the data, told apart by a variant, which has no title of its own.
  private static let scores = [
    "cva_ks1_ks2": "Contextual value added, key stage 1 to 2",
    "cva_ks2_ks4": "Contextual value added, key stage 2 to 4",
    "best8_va": "Value added, best eight", "va_ks1_ks2": "Value added, key stage 1 to 2",
  ]
}
