import Foundation
import SchoolStatistics

/// A folder that the tool wrote, as its marker says.
struct MarkedFolder {
  static let markerName = FolderMarker.fileName
  /// While it is written.
  static let unfinishedMarkerName = markerName + ".new"
  let path: String
  let marker: FolderMarker

  /// Nil where the folder carries no marker of the tool.
  init?(_ path: String) {
    let file = path + "/" + Self.markerName
    guard FolderTree.isFolder(path), let data = RegularFile.contents(file),
      let marker = try? JSONDecoder().decode(FolderMarker.self, from: data), marker.tool == FolderMarker.ownTool
    else { return nil }
    (self.path, self.marker) = (path, marker)
  }

  static func mark(_ folder: String, _ marker: FolderMarker) throws(ReportError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(marker) else { return }
    // Never half a marker: a folder with one is not known as the tool's.
    let (unfinished, place) = (folder + "/" + unfinishedMarkerName, folder + "/" + markerName)
    let file = try OutputFile(path: unfinished)
    try file.write(Array(data) + [UInt8(ascii: "\n")])
    try file.close()
    if unsafe rename(unfinished, place) != 0 { throw .cannotCreate(path: place, reason: OutputFile.reason(errno)) }
  }

  /// Files that the run which wrote the folder did not write: those of others, and whole folders that the tool wrote
  /// into it later, such as packs.
  var filesOfOthers: [String] {
    let own = Set((marker.files ?? []) + [Self.markerName])
    return FolderTree.files(path).filter { !own.contains($0) }
  }

  /// Gives the files of others a place in a folder that is about to replace this one.
  func handOver(to new: String) throws(ReportError) -> Int {
    let files = filesOfOthers
    for file in files where FolderTree.exists(new + "/" + file) {
      throw .standsInTheWay(path: path + "/" + file)
    }
    for file in files { try FolderTree.link(path + "/" + file, new + "/" + file) }
    return files.count
  }

  /// Removes what the tool wrote, after `place` has taken its place; a file of others that is not there yet goes there.
  func retire(to place: String) {
    for file in filesOfOthers { FolderTree.moveOrDrop(path + "/" + file, place + "/" + file) }
    for file in marker.files ?? [] { unsafe unlink(path + "/" + file) }
    for name in FolderTree.names(path) where FolderTree.isFolder(path + "/" + name) {
      FolderTree.removeEmptyFolders(path + "/" + name)
    }
    if FolderTree.names(path) == [Self.markerName] { FolderTree.remove(path) }
  }
}
