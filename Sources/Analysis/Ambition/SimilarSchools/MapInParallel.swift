import Dispatch
import Synchronization

/// `transform` of every number below `count`, in order, worked out in blocks on all cores.
func mapInParallel<Element: Sendable>(
  _ count: Int, block: Int = 512, _ transform: @escaping @Sendable (Int) -> Element
) -> [Element] {
  let blocks = (count + block - 1) / block
  let parts = Mutex<[[Element]]>(Array(repeating: [], count: blocks))
  DispatchQueue.concurrentPerform(iterations: blocks) { part in
    let made = (part * block..<min(count, (part + 1) * block)).map(transform)
    parts.withLock { $0[part] = made }
  }
  return parts.withLock { Array($0.joined()) }
}
