import SchoolStatistics

extension Check {
  /// A count is larger than the count it is a part of.
  static let numeratorAboveDenominator = Check(
    id: "numerator-above-denominator", title: "Part above its whole",
    description: "A count is larger than the count it is a part of.",
    severity: .error,
    template: "{value} is above {whole}, the number of '{of}'",
    action: "kept")
}
