import Foundation

/// Writes a folder of sample data through `fill`, beside its place, and moves it in when it is complete.
///
/// - Throws: an error that names the folder; what stood there is then as it was.
public func writeSample<Result>(
  to folder: String, notice: (String) -> Void = { _ in }, _ fill: (String) throws -> Result
) throws(ReportError) -> Result {
  let url = URL(fileURLWithPath: folder).standardizedFileURL
  let parent = folder.contains("/") || folder.hasPrefix(".") ? url.deletingLastPathComponent().path : "."
  let placement = Placement(outFolder: parent, name: url.lastPathComponent, kind: .sample)
  return try StagedFolder.write(placement, notice: notice) { (staged) throws(ReportError) in
    do { return try fill(staged.path) } catch {
      throw ReportError.cannotWrite(path: folder, reason: "\(error)")
    }
  }
}
