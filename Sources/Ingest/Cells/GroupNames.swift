import SchoolStatistics

/// The names of pupil groups in one column. Groups come in the same order in most places, so the one that followed
/// last time is tried first.
struct GroupNames: Sendable {
  private let names: [(text: [UInt8], group: PupilGroup)]
  private var last = 0
  /// For each name, the position of the one that came after it.
  private var following: [Int]

  init(_ names: [(text: [UInt8], group: PupilGroup)]) {
    self.names = names
    following = Array(repeating: 0, count: names.count)
  }

  /// The group that a cell names, or nil.
  mutating func group(_ bytes: Span<UInt8>) -> PupilGroup? {
    if names.isEmpty { return nil }
    var next = following[last]
    if !bytes.isSame(as: names[next].text) {
      guard let other = names.firstIndex(where: { bytes.isSame(as: $0.text) }) else { return nil }
      following[last] = other
      next = other
    }
    last = next
    return names[next].group
  }
}
