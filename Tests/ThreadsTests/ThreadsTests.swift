import Foundation
import Synchronization
import Testing

@testable import Threads

@Suite struct ThreadsTests {
  @Test(arguments: [0, 1, 2, 64]) func doesTheWorkOfEachNumberOnce(count: Int) {
    let done = Mutex([Int]())
    onThreads(count) { number in done.withLock { $0.append(number) } }
    #expect(done.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test func worksOnSeveralThreadsAtOnce() {
    // Each waits for the other: on one thread neither would end.
    let met = DispatchSemaphore(value: 0)
    let other = DispatchSemaphore(value: 0)
    let inTime = Atomic(0)
    onThreads(2) { number in
      (number == 0 ? met : other).signal()
      if (number == 0 ? other : met).wait(timeout: .now() + 30) == .success {
        inTime.add(1, ordering: .relaxed)
      }
    }
    #expect(inTime.load(ordering: .relaxed) == 2)
  }
}
