extension Array where Element: Comparable {
  /// The element that would stand at a position if the array were sorted; it stands there afterwards, and none before
  /// it is greater. O(n) as a rule (Hoare's selection), without sorting.
  package mutating func select(_ position: Int) -> Element {
    precondition(indices.contains(position), "a position of the array")
    var low = 0
    var high = count - 1
    while low < high {
      let pivot = self[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while self[left] < pivot { left += 1 }
        while pivot < self[right] { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if position <= right {
        high = right
      } else if position >= left {
        low = left
      } else {
        break
      }
    }
    return self[position]
  }
}
