import SchoolStatistics

/// The pupil groups of a place that a gap lies between: the gap is tested, ranked and published no sooner than they are.
public struct GapGroups: Hashable, Sendable {
  /// The share that the gap is measured in.
  public var share: String
  /// Groups of the place itself: both, or the one that is compared with England.
  public var groups: [PupilGroup]
  /// Pupils of the smallest of them.
  public var smallest: Int
  /// Of the group whose result would have to rise; nil where counts that make its percentage are not known.
  public var numerator: Int?
  public var denominator: Int?
  public init(share: String, groups: [PupilGroup], smallest: Int, numerator: Int?, denominator: Int?) {
    (self.share, self.groups, self.smallest) = (share, groups, smallest)
    (self.numerator, self.denominator) = (numerator, denominator)
  }
}
