import Foundation
import SchoolStatistics

/// The files of a data folder.
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
  /// Files that look like data and are not CSV.
  private(set) var others: [String] = []
  private(set) var isSynthetic = false
  /// Mistakes in data packages.
  private(set) var findings: [Finding] = []

  /// Lists a folder and the folders inside it, names in order.
  init(_ path: String) throws(IngestError) {
    guard let isFolder = Self.isFolder(path) else { throw .noSuchFolder(path) }
    guard isFolder else { throw .notAFolder(path) }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try list(trimmed, folders: [(URL(fileURLWithPath: trimmed).lastPathComponent)], packages: [], depth: 0)
  }

  /// Whether a path, symbolic links followed, is a folder; nil where there is nothing.
  private static func isFolder(_ path: String) -> Bool? {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else { return nil }
    return attributes[.type] as? FileAttributeType == .typeDirectory
  }

  /// - Parameter packages: the data packages of the folders that this one is in, the nearest first.
  private mutating func list(_ path: String, folders: [String], packages: [DataPackage], depth: Int)
    throws(IngestError)
  {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw .unreadableFolder(path, reason: "permission denied or the folder is damaged")
    }
    var packages = packages
    if names.contains("datapackage.json") {
      let package = DataPackage(folder: path)
      findings += package.findings
      if package.isSynthetic { isSynthetic = true }
      packages.insert(package, at: 0)
    }
    for name in names where !name.hasPrefix(".") {
      let full = path + "/" + name
      guard let isFolder = Self.isFolder(full) else { continue }
      if isFolder {
        if depth < 8 { try list(full, folders: [name] + folders, packages: packages, depth: depth + 1) }
        continue
      }
      let ending = (name as NSString).pathExtension.lowercased()
      if ending == "csv" {
        let resource = packages.lazy.compactMap { $0.resource(ofFile: full) }.first
        files.append(File(path: full, name: name, folders: folders, resource: resource))
      } else if ["xls", "xlsx", "ods", "tsv", "txt", "parquet", "zip", "gz"].contains(ending) {
        others.append(full)
      }
    }
  }
}
