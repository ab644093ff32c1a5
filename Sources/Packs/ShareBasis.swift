import SchoolStatistics

/// The pupils that a share is said of: the latest year's cohort, or three years pooled where that is too small.
///
/// Source: rulebook §6.7 (fewest pupils) and §7.3 (pooling).
struct ShareBasis: Sendable {
  let row: FigureRow
  let part: FigureReference
  let whole: FigureReference
  let partNumber: PackNumber
  let wholeNumber: PackNumber
  /// The share as the table writes it.
  let percent: PackNumber
  let pupils: Int
  let isPooled: Bool

  /// Nil where even the pooled cohort is too small, or a count is missing.
  init?(_ row: FigureRow?, minimum: Int) {
    guard let row else { return nil }
    self.row = row
    isPooled = (row.cohort ?? 0) < minimum
    let prefix = isPooled ? "pooled_" : ""
    guard !isPooled || (row.value.pooledYears?.years.count ?? 0) >= 2,
      let part = row.quote(prefix + "numerator"), let whole = row.quote(prefix + "denominator"),
      let percent = row.quote(prefix + "value"),
      let pupils = isPooled ? row.value.pooledYears?.denominator : row.cohort, pupils >= minimum
    else { return nil }
    (partNumber, wholeNumber, self.percent, self.pupils) = (part, whole, percent, pupils)
    (self.part, self.whole) = (part.reference, whole.reference)
  }

  var share: RuleOperand { .share(part: part, whole: whole) }

  /// England's share: of the year, or of the years that are pooled.
  var national: PackNumber? { isPooled ? row.quote("pooled_national_value") : row.national }

  /// `18 of 29 pupils (62.1%)`, and over how many years where they are pooled.
  var counts: Wording {
    guard isPooled else { return "\(partNumber) of \(wholeNumber) (\(percent)%)" }
    let years = row.value.pooledYears?.years.count == 2 ? "two" : "three"
    return "\(partNumber) of \(wholeNumber) over \(words: years) years (\(percent)%)"
  }

  /// Enough pupils.
  func enough(_ minimum: Int) -> RuleTest { .atLeast(.cell(whole), .constant(Rational(minimum))) }

  /// Differs from England by more than chance: the table's own verdict for a year, the same test on pooled counts.
  func differs(below: Bool) -> RuleTest {
    isPooled
      ? .significant(part: part, whole: whole, against: .cell(row.cell("pooled_national_value")), below: below)
      : .text(row.cell("significance"), below ? "below" : "above")
  }
}

extension PackEvidence {
  /// The basis for a share of an indicator in the latest year.
  func basis(_ indicator: String, _ group: PupilGroup = .all) -> ShareBasis? {
    ShareBasis(row(indicator, year, group), minimum: minimumCohort)
  }

  /// The basis for a group on the headline measure.
  func groupBasis(_ measure: PackMeasure, _ group: PupilGroup) -> ShareBasis? {
    ShareBasis(groupRow(measure, group), minimum: minimumCohort)
  }

  /// Words for a share of pupils, where it may be said: "a large majority".
  func opening(_ basis: ShareBasis) -> String {
    guard let part = number(basis.part), let whole = number(basis.whole), whole > Rational(0), part >= Rational(0),
      part <= whole
    else { return "Pupils" }
    return ProportionWords(Int(part.numerator / part.denominator), of: Int(whole.numerator / whole.denominator))
      .opening("pupils")
  }

  /// The row of an earlier year that can be compared with the latest: no change of definition lies between.
  func earlier(_ indicator: String, by back: Int) -> FigureRow? {
    for step in 0..<back where row(indicator, year - step)?.value.breakBefore != nil { return nil }
    guard let row = row(indicator, year - back), (row.cohort ?? 0) >= minimumCohort, row.value.value.value != nil else {
      return nil
    }
    return row
  }
}
