import Testing

@Suite("Selection without sorting")
struct SelectionTests {
  @Test("gives what sorting would, with none greater before it", arguments: [1, 2, 3, 10, 101])
  func everyPosition(count: Int) {
    var state: UInt64 = 1
    let values = (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 20
    }
    for position in values.indices {
      var changed = values
      #expect(changed.select(position) == values.sorted()[position])
      #expect(changed[position] == values.sorted()[position])
      #expect(changed[..<position].allSatisfy { $0 <= changed[position] })
      #expect(changed.sorted() == values.sorted())
    }
  }
}
