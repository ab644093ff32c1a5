import Synchronization
import Threads

/// A value that is worked out when it is first read, once, whichever thread comes first; never where nothing reads it.
package final class Deferred<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case open(@Sendable () -> Value)
    case made(Value)
  }
  private let state: Mutex<State>

  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.open(make)) }

  /// Lets another thread work it out meanwhile, if there is one. Whoever reads it before that is done waits, or does it
  /// first.
  package func begin() { startThread { _ = self.value } }

  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .open(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
