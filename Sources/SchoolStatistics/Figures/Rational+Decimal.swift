extension Rational {
  /// A decimal that is a double, exact to the millionth: 58.5 is 585/10.
  package init(decimal: Double) {
    let millionths = Int64((decimal * 1_000_000).rounded())
    self = millionths % 1_000_000 == 0 ? Rational(millionths / 1_000_000, 1) : Rational(millionths: millionths)
  }
}
