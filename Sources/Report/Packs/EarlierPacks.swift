import Foundation

extension MarkedFolder {
  /// Keeps the packs that a run does not write anew, where it writes only some of an authority: links every earlier
  /// file of the tool that is not rewritten into the new folder.
  func keep(in folder: ReportFolder, besides isRewritten: (String) -> Bool) throws(ReportError) {
    for name in marker.files ?? [] where !isRewritten(name) && FolderTree.exists(path + "/" + name) {
      try FolderTree.link(path + "/" + name, folder.path + "/" + name)
    }
  }
}
