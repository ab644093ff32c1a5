import CFolderExchange
import Foundation
import Synchronization

/// Writes a report beside its place and moves it in when it is complete.
///
/// A reader sees the old report or the new one, never half of one. Where the file system can exchange two folders in
/// one step it does; elsewhere the old report is set aside for the moment between two renames. Whatever stops a run,
/// the old report is whole; the folder of a run that was killed is removed by the next run.
enum StagedFolder {
  /// Calls `fill` with an empty folder beside `place` and moves that folder to `place` when it returns.
  static func write<Result>(
    to place: String, _ fill: (ReportFolder) throws(ReportError) -> Result
  ) throws(ReportError) -> Result {
    let parent = parent(of: place)
    let name = name(of: place)
    try ReportFolder.make(parent)
    try checkIsFree(place)
    removeLeftovers(of: name, in: parent)
    let (path, lock) = try makeFolder(parent + "/." + name + ".")
    unfinished.withLock { _ = $0.insert(path) }
    defer {
      unfinished.withLock { _ = $0.remove(path) }
      _ = close(lock)
    }
    do {
      let result = try fill(ReportFolder(path: path))
      try moveIn(path, to: place)
      return result
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  /// Folders that this process is filling.
  private static let unfinished = Mutex<Set<String>>([])

  /// Removes what this process has begun and will not finish. Another thread may still be writing; what it adds
  /// after this is removed by the next run.
  static func abandon() {
    for path in unfinished.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }

  private static func parent(of place: String) -> String {
    guard let slash = place.lastIndex(of: "/") else { return "." }
    return slash == place.startIndex ? "/" : String(place[..<slash])
  }

  private static func name(of place: String) -> String {
    place.lastIndex(of: "/").map { String(place[place.index(after: $0)...]) } ?? place
  }

  private static func checkIsFree(_ place: String) throws(ReportError) {
    var isFolder = ObjCBool(false)
    if unsafe FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), !isFolder.boolValue {
      throw .notAFolder(path: place)
    }
  }

  /// Makes a folder that no other run has and holds a lock on it, which ends with the process however it ends.
  private static func makeFolder(_ prefix: String) throws(ReportError) -> (path: String, lock: Int32) {
    for attempt in 0..<1000 {
      let path = prefix + "\(getpid())-\(attempt)"
      if unsafe mkdir(path, 0o755) != 0 {
        let code = errno
        if code == EEXIST { continue }
        throw code == ENOSPC ? .diskFull(path: path) : .cannotCreate(path: path, reason: OutputFile.reason(code))
      }
      let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0 && FileManager.default.fileExists(atPath: path) {
        return (path, lock)
      }
      if lock >= 0 { _ = close(lock) }
    }
    throw .cannotCreate(path: prefix + "…", reason: "too many unfinished reports beside it")
  }

  /// Removes the folders of runs that ended before they were done: those that nobody holds a lock on.
  private static func removeLeftovers(of name: String, in parent: String) {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for entry in entries.sorted() where entry.hasPrefix("." + name + ".") {
      let path = parent + "/" + entry
      // A run that was killed between its two renames left the earlier report here.
      if entry.hasSuffix(".old"), unsafe rename(path, parent + "/" + name) == 0 { continue }
      let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
      _ = close(lock)
    }
  }

  private static func moveIn(_ path: String, to place: String) throws(ReportError) {
    if !FileManager.default.fileExists(atPath: place) {
      if unsafe rename(path, place) != 0 { throw moveError(path, place) }
      return
    }
    let code = unsafe exchange_folders(path, place)
    if code != 0 {
      guard code == EINVAL || code == ENOSYS else {
        throw .cannotMoveIn(folder: path, place: place, reason: OutputFile.reason(code))
      }
      let aside = path + ".old"
      if unsafe rename(place, aside) != 0 { throw moveError(path, place) }
      if unsafe rename(path, place) != 0 {
        let error = moveError(path, place)
        _ = unsafe rename(aside, place)
        throw error
      }
      try? FileManager.default.removeItem(atPath: aside)
      return
    }
    // The old report now has the unfinished folder's name.
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func moveError(_ path: String, _ place: String) -> ReportError {
    .cannotMoveIn(folder: path, place: place, reason: OutputFile.reason(errno))
  }
}
