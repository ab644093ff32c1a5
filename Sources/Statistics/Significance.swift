/// Whether a value differs from England's by more than chance at 95%. "Above" is higher, not better.
public enum Significance: String, Sendable {
  case above, below
  case notSignificant = "not_significant"
  /// Too few pupils, no comparator, or a unit that has no test.
  case notTested = ""
}
