import SchoolStatistics
import Synchronization
import Testing

@Suite("Work on several threads, and work that is put off")
struct MapInParallelTests {
  @Test("the order is that of the numbers, whatever the threads and blocks", arguments: [1, 2, 7], [1, 3, 512])
  func order(jobs: Int, block: Int) {
    #expect(mapInParallel(100, block: block, jobs: jobs) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(mapInParallel(0, block: block, jobs: jobs) { $0 }.isEmpty)
  }

  @Test("one thread is not more than one")
  func jobs() {
    let running = Mutex((now: 0, most: 0))
    _ = mapInParallel(50, block: 1, jobs: 1) { number in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      running.withLock { $0.now -= 1 }
      return number
    }
    #expect(running.withLock { $0.most } == 1)
  }

  @Test("a deferred value is made when it is read, and once")
  func deferred() {
    let made = Mutex(0)
    let value = Deferred {
      made.withLock {
        $0 += 1
        return $0
      }
    }
    #expect(made.withLock { $0 } == 0)
    #expect(mapInParallel(20, block: 1, jobs: 4) { _ in value.value }.allSatisfy { $0 == 1 })
    #expect(made.withLock { $0 } == 1)
  }
}
