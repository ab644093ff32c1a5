import CFolderExchange
import Foundation
import SchoolStatistics

/// Writes a folder beside the reports and moves it in when it is complete.
///
/// A reader sees the old folder or the new one, never half of one. Where the file system can exchange two folders in
/// one step it does; elsewhere the old one is set aside for the moment between two renames. Whatever stops a run, the
/// old folder is whole; what a killed run left is removed by the next. Files of others in the old folder stay.
enum StagedFolder {
  /// Calls `fill` with an empty folder and moves that to its place when it returns.
  ///
  /// - Parameter notice: is told what will be replaced and what stays.
  static func write<Result>(
    _ placement: Placement, notice: (String) -> Void = { _ in },
    _ fill: (ReportFolder) throws(ReportError) -> Result
  ) throws(ReportError) -> Result {
    try ReportFolder.make(placement.outFolder)
    Leftovers.remove(in: placement.outFolder)
    if try placement.check() != nil {
      notice("'\(placement.path)' of an earlier run will be replaced when the new one is complete")
    }
    let (path, lock) = try makeFolder(placement)
    defer {
      Finishing.end(path)
      _ = close(lock)
    }
    do {
      let result = try fill(ReportFolder(path: path))
      let kept = try moveIn(path, placement)
      if kept > 0 { notice("kept \(String.count(kept, "file")) in it that the earlier run had not written") }
      return result
    } catch {
      Finishing.waitIfStopped()
      FolderTree.remove(path)
      throw error
    }
  }

  /// Makes a marked folder that no other run has and holds a lock on it, which ends with the process however it ends.
  private static func makeFolder(_ placement: Placement) throws(ReportError) -> (path: String, lock: Int32) {
    let prefix = placement.outFolder + "/" + Leftovers.prefix(placement.name)
    for attempt in 0..<1000 {
      let path = prefix + "\(getpid())-\(attempt)"
      Finishing.begin(path)
      if unsafe mkdir(path, 0o755) != 0 {
        let code = errno
        Finishing.end(path)
        if code == EEXIST { continue }
        throw code == ENOSPC ? .diskFull(path: path) : .cannotCreate(path: path, reason: OutputFile.reason(code))
      }
      let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0 && FolderTree.exists(path) {
        do {
          try MarkedFolder.mark(path, FolderMarker(kind: placement.kind, place: placement.name, scope: []))
        } catch {
          FolderTree.remove(path)
          Finishing.end(path)
          _ = close(lock)
          throw error
        }
        return (path, lock)
      }
      Finishing.end(path)
      if lock >= 0 { _ = close(lock) }
    }
    throw .cannotCreate(path: prefix + "…", reason: "too many unfinished reports beside it")
  }

  /// Moves a complete folder in and says how many files of others it took over.
  private static func moveIn(_ path: String, _ placement: Placement) throws(ReportError) -> Int {
    // One folder at a time is moved in, whatever other runs do.
    let turn = unsafe open(placement.outFolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if turn >= 0 { _ = close(turn) } }
    while turn >= 0, flock(turn, LOCK_EX) != 0, errno == EINTR {}
    let earlier = try placement.check()
    let files = FolderTree.files(path).filter { $0 != MarkedFolder.markerName }
    let kept = try earlier?.handOver(to: path) ?? 0
    let scope = placement.scope.union(placement.isPart ? earlier?.marker.scope ?? [] : []).sorted()
    try MarkedFolder.mark(
      path, FolderMarker(kind: placement.kind, place: placement.name, scope: scope, files: files))
    // A power cut from here on leaves the old folder or the new one.
    _ = unsafe write_through(path)
    let report = try makeReport(for: placement)
    defer { if let report { report.close() } }
    let code = Finishing.finish(path, at: placement.path) {
      guard let report else { return exchange(path, placement.path) }
      return report.moveIn(with: path)
    }
    if code != 0 {
      throw .cannotMoveIn(folder: path, place: placement.path, reason: OutputFile.reason(code))
    }
    if turn >= 0 { _ = fsync(turn) }
    // The earlier folder, if there was one, now has the unfinished folder's name.
    if earlier != nil { MarkedFolder(path)?.retire(to: placement.path) } else { unsafe rmdir(path) }
    return kept
  }

  /// The folder of a report that is not there yet, made beside its place for what is written into it.
  private struct NewReport {
    let path: String
    let lock: Int32
    let place: String
    /// The place inside the report.
    let inner: String

    /// Moves in the report with a folder in it. 0, or the error number; then nothing has moved.
    func moveIn(with folder: String) -> Int32 {
      if unsafe rename(folder, path + inner) != 0 { return errno }
      let code = unsafe move_to_free_place(path, place)
      if code != 0 { _ = unsafe rename(path + inner, folder) }
      return code
    }

    func close() {
      Finishing.end(path)
      if FolderTree.exists(path) { FolderTree.remove(path) }
      _ = Foundation.close(lock)
    }
  }

  /// Nil where the place is in no report, or the report is there; the folders above the place are then made.
  private static func makeReport(for placement: Placement) throws(ReportError) -> NewReport? {
    guard let name = placement.report, let slash = placement.path.lastIndex(of: "/") else { return nil }
    let place = (placement.outFolder == "/" ? "" : placement.outFolder) + "/" + name
    if FolderTree.exists(place) {
      try ReportFolder.make(String(placement.path[..<slash]))
      return nil
    }
    let (path, lock) = try makeFolder(Placement(outFolder: placement.outFolder, name: name, kind: .report))
    let inner = placement.name.dropFirst(name.count)
    let report = NewReport(path: path, lock: lock, place: place, inner: String(inner))
    do {
      try MarkedFolder.mark(path, FolderMarker(kind: .report, place: name, scope: [], files: []))
      try ReportFolder.make(path + inner[..<inner.lastIndex(of: "/")!])
    } catch {
      report.close()
      throw error
    }
    return report
  }

  /// Puts a folder in the place of another, or where none is. 0, or the error number.
  private static func exchange(_ path: String, _ place: String) -> Int32 {
    if !FolderTree.exists(place) { return unsafe rename(path, place) == 0 ? 0 : errno }
    let code = unsafe exchange_folders(path, place)
    guard code == EINVAL || code == ENOSYS else { return code }
    let aside = path + Leftovers.asideEnding
    if unsafe rename(place, aside) != 0 { return errno }
    if unsafe rename(path, place) != 0 {
      let code = errno
      _ = unsafe rename(aside, place)
      return code
    }
    _ = unsafe rename(aside, path)
    return 0
  }
}
