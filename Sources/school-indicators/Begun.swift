import Dispatch
import Synchronization

/// Something that another thread has begun to work out and that is waited for where it is needed.
final class Begun<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let group = DispatchGroup()

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let made = Result { try work() }
      result.withLock { $0 = made }
    }
  }

  /// Throws what the work threw.
  var value: Value {
    get throws {
      group.wait()
      return try result.withLock { $0! }.get()
    }
  }
}
