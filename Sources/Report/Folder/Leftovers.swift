import Foundation
import SchoolStatistics

/// The folders of runs that ended before they were done.
enum Leftovers {
  static let asideEnding = ".old"

  /// What the names of unfinished folders of a place begin with; a process number, a hyphen and a number follow.
  static func prefix(_ name: String) -> String { "." + name.replacing("/", with: "-") + "." }

  /// Whether a name is one that the tool gives to unfinished folders.
  static func isUnfinished(_ name: String) -> Bool {
    name.wholeMatch(of: /\..+\.[0-9]+-[0-9]+(\.old)?/) != nil
  }

  /// Removes those that nobody holds a lock on. A folder that does not carry the tool's marker is left alone.
  static func remove(in outFolder: String) {
    for name in FolderTree.names(outFolder) where isUnfinished(name) {
      let path = outFolder + "/" + name
      guard FolderTree.isFolder(path) else { continue }
      let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path, outFolder) }
      _ = close(lock)
    }
  }

  private static func remove(_ path: String, _ outFolder: String) {
    guard let folder = MarkedFolder(path) else {
      // Killed before it was marked, or while it was.
      unsafe unlink(path + "/" + MarkedFolder.unfinishedMarkerName)
      unsafe rmdir(path)
      return
    }
    let place = outFolder + "/" + folder.marker.place
    if folder.marker.files == nil {
      FolderTree.remove(path)
    } else if FolderTree.exists(place) {
      folder.retire(to: place)
    } else if path.hasSuffix(asideEnding) {
      // Killed between the two renames.
      _ = unsafe rename(path, place)
    } else {
      FolderTree.remove(path)
    }
  }
}
