import Foundation

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

  /// Lists a folder and the folders inside it, names in order.
  init(_ path: String) throws(IngestError) {
    guard let isFolder = Self.isFolder(path) else { throw .noSuchFolder(path) }
    guard isFolder else { throw .notAFolder(path) }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try list(trimmed, folders: [(URL(fileURLWithPath: trimmed).lastPathComponent)], depth: 0)
  }

  /// Whether a path, symbolic links followed, is a folder; nil where there is nothing.
  private static func isFolder(_ path: String) -> Bool? {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else { return nil }
    return attributes[.type] as? FileAttributeType == .typeDirectory
  }

  private mutating func list(_ path: String, folders: [String], depth: Int) throws(IngestError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw .unreadableFolder(path, reason: "permission denied or the folder is damaged")
    }
    let package = names.contains("datapackage.json") ? DataPackage(path: path + "/datapackage.json") : nil
    if package?.synthetic == true { isSynthetic = true }
    for name in names where !name.hasPrefix(".") {
      let full = path + "/" + name
      guard let isFolder = Self.isFolder(full) else { continue }
      if isFolder {
        if depth < 8 { try list(full, folders: [name] + folders, depth: depth + 1) }
        continue
      }
      let ending = (name as NSString).pathExtension.lowercased()
      if ending == "csv" {
        files.append(File(path: full, name: name, folders: folders, resource: package?.resource(name)))
      } else if ["xls", "xlsx", "ods", "tsv", "txt", "parquet", "zip", "gz"].contains(ending) {
        others.append(full)
      }
    }
  }
}

/// What a `datapackage.json` says that reading needs: the layout and year of each file, and whether all is synthetic.
struct DataPackage: Decodable {
  struct Resource: Decodable, Sendable {
    var path: String?
    var layout: String?
    var year: Int?
  }
  var synthetic: Bool?
  var resources: [Resource]?

  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let package = try? JSONDecoder().decode(DataPackage.self, from: data)
    else { return nil }
    self = package
  }

  func resource(_ name: String) -> Resource? {
    (resources ?? []).first { $0.path == name || $0.path == "./" + name }
  }
}
