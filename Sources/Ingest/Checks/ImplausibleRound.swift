import SchoolStatistics

extension Check {
  /// The year in which a target was set does not lie before the year it is for.
  static let implausibleRound = Check(
    id: "implausible-round", title: "Round that does not fit its target",
    description: "The year in which a target was set is not one of the five before the year it is for.",
    severity: .error,
    template: "round of {value} for a target of {year}; targets are set two years ahead",
    action: "the year two years before the target taken")
}

extension CheckedTable {
  /// Rounds that do not lie before their targets' years.
  func implausibleRounds() -> [Finding] {
    guard table.name == "targets", let column = table.column("target_round_year") else { return [] }
    return (0..<table.count).compactMap { row in
      guard let round = column.figures.count(at: row),
        !TargetPlausibility.isRound(round, ofTargetYear: Int(table.years[row]))
      else { return nil }
      return finding(
        .implausibleRound, ["year": "\(table.years[row])"], row: row, column: column.header, value: .count(round))
    }
  }
}
