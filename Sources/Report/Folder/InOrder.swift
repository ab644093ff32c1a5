import Dispatch
import Synchronization
import Threads

/// Makes things on several threads and uses them one at a time, in order.
///
/// At most `4 × jobs` are in memory at once, so memory does not grow with `count`. Stops at the first error.
///
/// - Parameters:
///   - make: called for 0, 1, … on any thread.
///   - use: called with the result for 0, then for 1, and so on, never two at a time.
func inOrder<Made: Sendable>(
  _ count: Int, jobs: Int,
  make: @Sendable (Int) throws(ReportError) -> Made,
  use: @Sendable (Made) throws(ReportError) -> Void
) throws(ReportError) {
  let state = Mutex(InOrderState<Made>())
  let jobs = max(1, min(jobs, count))
  let room = DispatchSemaphore(value: 0)
  for _ in 0..<4 * jobs { room.signal() }

  @Sendable func stop(_ error: ReportError) {
    state.withLock { if $0.error == nil { $0.error = error } }
    for _ in 0..<jobs { room.signal() }
  }

  @Sendable func work() {
    while true {
      room.wait()
      let index: Int? = state.withLock { state in
        guard state.error == nil, state.next < count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
      guard let index else {
        room.signal()
        return
      }
      do throws(ReportError) {
        let made = try make(index)
        state.withLock { $0.made[index] = made }
        while let made =
          (state.withLock { state -> Made? in
            guard !state.isUsing, state.error == nil, let made = state.made.removeValue(forKey: state.turn) else {
              return nil
            }
            state.isUsing = true
            return made
          })
        {
          try use(made)
          state.withLock {
            $0.isUsing = false
            $0.turn += 1
          }
          room.signal()
        }
      } catch {
        stop(error)
        return
      }
    }
  }

  onThreads(jobs) { _ in work() }
  if let error = state.withLock({ $0.error }) { throw error }
}

private struct InOrderState<Made: Sendable>: Sendable {
  var next = 0
  var turn = 0
  var isUsing = false
  var made: [Int: Made] = [:]
  var error: ReportError?
}
