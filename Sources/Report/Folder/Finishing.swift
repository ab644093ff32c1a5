import Foundation
import Synchronization

/// The one decision, made in turn, between finishing a folder and giving it up.
///
/// Once a run is stopped no folder is moved in any more; a folder that was moved in before is finished and told so.
enum Finishing {
  private struct State {
    var isStopped = false
    var unfinished: Set<String> = []
    var finished: [String] = []
  }
  private static let state = Mutex(State())

  static func begin(_ path: String) {
    let isStopped = state.withLock { state in
      state.unfinished.insert(path)
      return state.isStopped
    }
    if isStopped { waitForTheEnd() }
  }

  static func end(_ path: String) { state.withLock { _ = $0.unfinished.remove(path) } }

  /// Moves a folder in, unless the run has been stopped. Precondition: `move` is quick, and all or nothing.
  static func finish(_ path: String, at place: String, _ move: () -> Int32) -> Int32 {
    let code: Int32? = state.withLock { state in
      if state.isStopped { return nil }
      let code = move()
      if code == 0 {
        state.unfinished.remove(path)
        state.finished.append(place)
      }
      return code
    }
    if let code { return code }
    waitForTheEnd()
  }

  /// Of a run that has been stopped nothing is told but by the one who stopped it.
  static func waitIfStopped() { if state.withLock({ $0.isStopped }) { waitForTheEnd() } }

  private static func waitForTheEnd() -> Never { while true { sleep(60) } }

  /// Stops the run: removes what is unfinished and gives back the places of what is finished.
  static func stop() -> [String] {
    let (unfinished, finished) = state.withLock { state in
      state.isStopped = true
      return (state.unfinished, state.finished)
    }
    // Another thread may still be writing; what it adds after this is removed by the next run.
    for path in unfinished { FolderTree.remove(path) }
    return finished
  }
}
