extension Rational {
  /// A decimal that is a double, exact to the millionth: 58.5 is 585/10.
  package init(decimal: Double) {
    let millionths = Int64(nearest: decimal * 1_000_000)
    self = millionths % 1_000_000 == 0 ? Rational(millionths / 1_000_000, 1) : Rational(millionths: millionths)
  }
}
