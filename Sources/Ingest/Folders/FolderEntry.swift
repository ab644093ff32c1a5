#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells one file or folder from all others, however its path is written.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  fileprivate init(_ status: stat) {
    (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}

/// A file or folder as the system sees it, links followed.
enum FileKind: Sendable {
  case folder(FileIdentity)
  case file(FileIdentity)
  /// A pipe, a device, a socket: reading might never end.
  case special
  case unreadable(reason: String)

  init(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .unreadable(reason: Self.reason(errno))
      return
    }
    self =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder(FileIdentity(status))
      case S_IFREG: .file(FileIdentity(status))
      default: .special
      }
  }

  fileprivate static func reason(_ code: Int32) -> String {
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// The names in a folder, in order; those that are not UTF-8 apart, as well as they can be shown.
struct FolderNames: Sendable {
  private(set) var names: [String] = []
  private(set) var undecodable: [String] = []

  /// - Throws: the system's words for why the folder cannot be listed.
  init(path: String) throws(FolderUnreadable) {
    guard let folder = unsafe opendir(path) else { throw FolderUnreadable(reason: FileKind.reason(errno)) }
    defer { unsafe closedir(folder) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { throw FolderUnreadable(reason: FileKind.reason(errno)) }
        break
      }
      let (name, shown) = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
        unsafe start.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe (String(validatingCString: $0), String(cString: $0))
        }
      }
      if name == "." || name == ".." { continue }
      if let name { names.append(name) } else { undecodable.append(shown) }
    }
    names.sort()
    undecodable.sort()
  }
}

struct FolderUnreadable: Error { var reason: String }
