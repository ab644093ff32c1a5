/// A choice that the sources leave open, shown in the output.
public struct Assumption: Hashable, Sendable {
  /// Option name in reference data: `eyfsp-gap.cut`.
  public var id: String
  public var choice: String
  /// Why it is open and what else could be chosen.
  public var reason: String
  public init(id: String, choice: String, reason: String) { (self.id, self.choice, self.reason) = (id, choice, reason) }
}
