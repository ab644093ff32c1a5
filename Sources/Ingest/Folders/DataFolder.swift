import Foundation
import SchoolStatistics

/// The files of a data folder and of the folders inside it.
///
/// Files and folders are told apart by what they are, not by how their paths are written: what is reached twice is
/// read once. What is not read is named.
struct DataFolder {
  struct File: Sendable {
    /// As the user gave the folder, with the file's own path behind.
    var path: String
    var name: String
    /// Names of the folders that it is in, the nearest first.
    var folders: [String]
    /// What a data package says about it.
    var resource: DataPackage.Resource?
  }

  private(set) var files: [File] = []
  private(set) var isSynthetic = false
  /// Mistakes in data packages, and what is not read.
  private(set) var findings: [Finding] = []
  /// What was reached already, in this folder or in one before.
  private var reached: Set<FileIdentity>

  /// Lists a folder and the folders inside it, names in order.
  ///
  /// - Parameter reached: what the folders before have reached; this one's is added.
  init(_ path: String, reached: inout Set<FileIdentity>) throws(IngestError) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.reached = reached
    switch FileKind(path: path) {
    case .unreadable(let reason):
      if reason == "permission denied" { throw .unreadableFolder(path, reason: reason) }
      throw .noSuchFolder(path)
    case .file, .special: throw .notAFolder(path)
    case .folder(let identity):
      if isNew(identity, trimmed) {
        let names: FolderNames
        do { names = try FolderNames(path: trimmed) } catch { throw .unreadableFolder(path, reason: error.reason) }
        list(names, in: trimmed, folders: [URL(fileURLWithPath: trimmed).lastPathComponent], packages: [])
      }
    }
    reached = self.reached
  }

  private mutating func isNew(_ identity: FileIdentity, _ path: String) -> Bool {
    if reached.insert(identity).inserted { return true }
    skip(path, "'\(Self.name(path))' is reached by another path already and read once")
    return false
  }

  /// - Parameter packages: the data packages of the folders that this one is in, the nearest first.
  private mutating func list(_ names: FolderNames, in path: String, folders: [String], packages: [DataPackage]) {
    var packages = packages
    if names.names.contains("datapackage.json") {
      let package = DataPackage(folder: path)
      findings += package.findings
      if package.isSynthetic { isSynthetic = true }
      packages.insert(package, at: 0)
    }
    for name in names.undecodable {
      skip(path + "/" + name, "the name '\(name)' is not UTF-8; rename it to have it read", .warning)
    }
    for name in names.names where name != "datapackage.json" {
      let full = path + "/" + name
      let isCSV = (name as NSString).pathExtension.lowercased() == "csv"
      if name.hasPrefix(".") {
        if isCSV { skip(full, "'\(name)' is hidden; rename it to have it read") }
        continue
      }
      switch FileKind(path: full) {
      case .folder(let identity):
        if isNew(identity, full) { listFolder(full, folders: [name] + folders, packages: packages) }
      case .file(let identity):
        if !isCSV {
          findings.append(Check.notCSV.finding(["name": name], file: full))
        } else if isNew(identity, full) {
          let resource = packages.lazy.compactMap { $0.resource(ofFile: full) }.first
          files.append(File(path: full, name: name, folders: folders, resource: resource))
        }
      case .special: note(full, "'\(name)' is neither a file nor a folder")
      case .unreadable(let reason): note(full, "'\(name)' cannot be read: \(reason)")
      }
    }
  }

  private mutating func listFolder(_ path: String, folders: [String], packages: [DataPackage]) {
    let names: FolderNames
    do { names = try FolderNames(path: path) } catch {
      note(path, "folder '\(Self.name(path))' cannot be read: \(error.reason)")
      return
    }
    if names.names.contains(FolderMarker.fileName), !Self.isSample(path) {
      skip(path, "'\(Self.name(path))' is a folder that the tool itself wrote")
      return
    }
    list(names, in: path, folders: folders, packages: packages)
  }

  /// Whether the tool wrote a folder as an input.
  private static func isSample(_ path: String) -> Bool {
    let marker = RegularFile.contents(path + "/" + FolderMarker.fileName)
    return marker.flatMap { try? JSONDecoder().decode(FolderMarker.self, from: $0) }?.kind == .sample
  }

  private static func name(_ path: String) -> String { (path as NSString).lastPathComponent }

  private mutating func skip(_ path: String, _ what: String, _ severity: Severity? = nil) {
    findings.append(Check.notRead.finding(["what": what], file: path, severity: severity))
  }

  private mutating func note(_ path: String, _ reason: String) {
    findings.append(Check.unreadableFile.finding(["reason": reason], file: path))
  }
}
