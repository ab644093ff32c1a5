import Synchronization
import Threads

/// `transform` of every number below `count`, in order, worked out in blocks on so many threads.
public func mapInParallel<Element: Sendable>(
  _ count: Int, block: Int = 512, jobs: Int,
  _ transform: @escaping @Sendable (Int) -> Element
) -> [Element] {
  let blocks = (count + block - 1) / block
  let threads = min(jobs, blocks)
  if threads <= 1 { return (0..<count).map(transform) }
  let parts = Mutex<[[Element]]>(Array(repeating: [], count: blocks))
  let next = Atomic(0)
  onThreads(threads) { _ in
    while true {
      let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if part >= blocks { return }
      let made = (part * block..<min(count, (part + 1) * block)).map(transform)
      parts.withLock { $0[part] = made }
    }
  }
  return parts.withLock { Array($0.joined()) }
}
