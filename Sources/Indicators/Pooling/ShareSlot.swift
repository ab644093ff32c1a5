import Rulebook
import SchoolStatistics

/// One numerator over one denominator for one group of pupils: what the pooling loop adds up.
struct ShareSlot: Hashable, Sendable {
  var share: ShareCalculation
  var group: PupilGroup
}

/// One mean of a score for one group of pupils.
struct MeanSlot: Hashable, Sendable {
  var mean: MeanCalculation
  var group: PupilGroup
}
