import Foundation

/// Folders that tests read.
public enum ProjectFolders {
  /// The project's own folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  /// Layouts, rulebook and code lists.
  public static let reference = root + "/Data/reference"
  /// The committed synthetic sample.
  public static let sample = root + "/Data/sample"

  /// A folder of published files beside the project, or nil, said aloud, where it is absent.
  public static func published(_ name: String) -> String? {
    let folder = root + "/../shared/data/" + name
    if FileManager.default.fileExists(atPath: folder) { return folder }
    print("skipped: no published files at ../shared/data/\(name)")
    return nil
  }
}
