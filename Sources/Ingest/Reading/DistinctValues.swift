extension Array where Element: Hashable {
  /// The values, each once. O(n), of which runs of one value cost a comparison each.
  var distinctValues: Set<Element> {
    var found: Set<Element> = []
    var last: Element?
    for value in self where value != last {
      found.insert(value)
      last = value
    }
    return found
  }
}
