import SchoolStatistics

/// What the sentences about a comparison share, in packs and on pages.
extension AmbitionComparison {
  /// Decimals to print: those at which the figures were compared; where both are exact, those at which two figures
  /// that differ do not print alike: 4.19% and 4.21%, never 4.2% twice.
  public var decimalsApart: Int {
    if let decimals { return decimals }
    guard let left = left.value.value, let right = right?.value.value, left != right else { return 1 }
    return (1...5).first { left.rounded(decimals: $0) != right.rounded(decimals: $0) } ?? 6
  }

  /// The sign between the figures as it stands: what is asked for where it is met, its opposite where it is not.
  public var signAsItStands: String {
    guard outcome == .notMet else { return outcome == .met ? relation.sign : "against" }
    return switch relation {
    case .atLeast: "<"
    case .moreThan: "≤"
    case .atMost: ">"
    case .equal, .present: "≠"
    }
  }

  /// True where nothing but nought will do, which needs no number: "pupils predicted below, none asked for".
  public var asksForNone: Bool { relation == .equal && right?.value.count == 0 }
}
