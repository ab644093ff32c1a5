import Foundation
import Synchronization

/// The folder that a report is written into, and the account of what was written.
final class ReportFolder: Sendable {
  let path: String
  private let written = Mutex<[String: Int]>([:])
  private let watcher = Mutex<(@Sendable (_ files: Int) -> Void)?>(nil)

  init(path: String) { self.path = path }

  /// Files written so far with their bytes, by path inside the report.
  var files: [String: Int] { written.withLock { $0 } }

  /// Writes a whole file, given by its path inside the report; folders on the way are made.
  func write(_ bytes: [UInt8], to name: String) throws(ReportError) {
    let file = try create(name)
    try file.write(bytes)
    try file.close()
    record(name, bytes: bytes.count)
  }

  func write(_ text: String, to name: String) throws(ReportError) { try write(Array(text.utf8), to: name) }

  /// Opens a file for writing in parts; `record` it when it is closed.
  func create(_ name: String) throws(ReportError) -> OutputFile {
    Finishing.waitIfStopped()
    let full = path + "/" + name
    if let slash = name.lastIndex(of: "/") { try makeFolder(path + "/" + name[..<slash]) }
    return try OutputFile(path: full)
  }

  func record(_ name: String, bytes: Int) {
    let files = written.withLock { written in
      written[name] = bytes
      return written.count
    }
    watcher.withLock { $0 }?(files)
  }

  /// Has something told, on any thread, how many files are written, after each of them.
  func watch(_ tell: @escaping @Sendable (_ files: Int) -> Void) { watcher.withLock { $0 = tell } }

  private func makeFolder(_ path: String) throws(ReportError) { try Self.make(path) }

  /// Makes a folder and those above it.
  static func make(_ path: String) throws(ReportError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      var isFolder = ObjCBool(false)
      let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if exists && !isFolder.boolValue { throw .notAFolder(path: path) }
      let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
      if code == Int(ENOSPC) { throw .diskFull(path: path) }
      throw .cannotCreate(path: path, reason: code.map { OutputFile.reason(Int32($0)) } ?? "no permission")
    }
  }
}
