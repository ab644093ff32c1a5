extension Int64 {
  /// The whole number nearest to a double, halves away from zero; the largest or smallest there is beyond them, and
  /// nought for what is no number.
  package init(nearest value: Double) {
    let rounded = value.rounded(.toNearestOrAwayFromZero)
    if rounded.isNaN {
      self = 0
    } else if let whole = Int64(exactly: rounded) {
      self = whole
    } else {
      self = rounded < 0 ? .min + 1 : .max
    }
  }
}
