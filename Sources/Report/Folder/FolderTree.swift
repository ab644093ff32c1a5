import CFolderExchange
import Foundation

/// What stands below a folder; links are things of their own and never followed.
enum FolderTree {
  private static func status(_ path: String) -> stat? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status : nil
  }

  static func exists(_ path: String) -> Bool { status(path) != nil }
  /// Whether a path itself, not what it links to, is a folder.
  static func isFolder(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }
  static func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Whether two paths are the same file, or files with the same bytes.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    guard let a = status(one), let b = status(other) else { return false }
    if a.st_dev == b.st_dev && a.st_ino == b.st_ino { return true }
    return FileManager.default.contentsEqual(atPath: one, andPath: other)
  }

  /// Everything below a folder that is no folder, by its path from there, in order.
  static func files(_ folder: String) -> [String] {
    var found: [String] = []
    func list(_ below: String) {
      for name in names(folder + "/" + below) {
        let path = below + name
        if isFolder(folder + "/" + path) { list(path + "/") } else { found.append(path) }
      }
    }
    list("")
    return found
  }

  /// Removes a folder and all below it, its marker last, so that what is left of it is known for what it is.
  static func remove(_ folder: String) {
    // Another thread may still be writing.
    for _ in 0..<3 {
      for name in names(folder) where name != MarkedFolder.markerName {
        let path = folder + "/" + name
        if isFolder(path) { remove(path) } else { unsafe unlink(path) }
      }
      if Set(names(folder)).isSubset(of: [MarkedFolder.markerName]) { break }
    }
    unsafe unlink(folder + "/" + MarkedFolder.markerName)
    unsafe rmdir(folder)
  }

  /// Removes folders that hold nothing.
  static func removeEmptyFolders(_ folder: String) {
    for name in names(folder) where isFolder(folder + "/" + name) { removeEmptyFolders(folder + "/" + name) }
    unsafe rmdir(folder)
  }

  /// Gives a file a second name, or makes a copy where the file system has no second names.
  static func link(_ from: String, _ to: String) throws(ReportError) {
    if let slash = to.lastIndex(of: "/") { try ReportFolder.make(String(to[..<slash])) }
    if unsafe Foundation.link(from, to) == 0 { return }
    let code = errno
    do { try FileManager.default.copyItem(atPath: from, toPath: to) } catch {
      throw .cannotWrite(path: to, reason: OutputFile.reason(code))
    }
  }

  /// Takes a file to where nothing stands; a file that is there already, the same, is only dropped here.
  static func moveOrDrop(_ from: String, _ to: String) {
    if isSame(from, to) {
      unsafe unlink(from)
      return
    }
    if let slash = to.lastIndex(of: "/") { try? ReportFolder.make(String(to[..<slash])) }
    _ = unsafe move_to_free_place(from, to)
  }
}
