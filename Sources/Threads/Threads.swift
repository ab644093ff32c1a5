import Foundation

/// Starts `work` on a thread of its own; false where the machine has none to give, and then nothing was started.
///
/// The system's queues wait for a thread for ever where memory for one is short; this never waits.
@discardableResult
public func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  guard let thread = newThread(work) else { return false }
  pthread_detach(thread)
  return true
}

/// Does the work of every number below `count` once, each on a thread of its own as far as there are threads, the rest
/// on this one; returns when all is done.
///
/// Precondition: `count` is a number of threads, not of things: nothing bounds it.
public func onThreads(_ count: Int, _ work: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(work) { work in
    let numbers = 1..<max(1, count)
    let threads = numbers.map { number in newThread { work(number) } }
    for number in 0..<count where number == 0 || threads[number - 1] == nil { work(number) }
    for case let thread? in threads { pthread_join(thread, nil) }
  }
}

private final class Task: Sendable {
  let work: @Sendable () -> Void
  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

private func newThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  let task = unsafe Unmanaged.passRetained(Task(work))
  var thread = pthread_t()
  let problem = unsafe pthread_create(
    &thread, nil,
    { task in
      unsafe Unmanaged<Task>.fromOpaque(task!).takeRetainedValue().work()
      return nil
    }, task.toOpaque())
  if problem == 0 { return thread }
  unsafe task.release()
  return nil
}
