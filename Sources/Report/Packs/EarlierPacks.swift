import Foundation

/// Keeps the packs that a run does not write anew, where it writes only some of an authority.
enum EarlierPacks {
  /// Links every earlier file that is not rewritten into the new folder; links share the bytes and cost no space.
  static func keep(from place: String, in folder: ReportFolder, besides isRewritten: (String) -> Bool)
    throws(ReportError)
  {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    for name in names.sorted() where !name.hasPrefix(".") && !isRewritten(name) {
      let from = place + "/" + name
      let to = folder.path + "/" + name
      if unsafe link(from, to) != 0 {
        do { try FileManager.default.copyItem(atPath: from, toPath: to) } catch {
          throw .cannotWrite(path: to, reason: error.localizedDescription)
        }
      }
    }
  }
}
