import Foundation
import SchoolStatistics

/// Where a folder goes when it is complete, what it is, and what must be safe from it.
struct Placement: Sendable {
  /// The folder that holds reports; unfinished folders stand in it.
  var outFolder: String
  /// The place from there: `2009-autumn`, `2009-autumn/packs/901`.
  var name: String
  var kind: FolderMarker.Kind
  /// What a run may leave out and this one does not.
  var scope: Set<String> = []
  /// Whether the run writes a part of the folder and keeps the rest.
  var isPart = false
  /// Folders that the run reads.
  var inputs: [String] = []
  /// Whether what holds more may be replaced.
  var replacesMore = false

  var path: String { (outFolder == "/" ? "" : outFolder) + "/" + name }
  /// Of a folder inside a report, the report; otherwise nil.
  var report: String? { name.firstIndex(of: "/").map { String(name[..<$0]) } }

  /// - Throws: an error that says why nothing may be written there; nothing is touched.
  /// - Returns: the folder that would be replaced; nil where there is none, or an empty one.
  @discardableResult
  func check() throws(ReportError) -> MarkedFolder? {
    guard FolderTree.exists(path) else { return nil }
    guard FolderTree.isFolder(path) else { throw .notAFolder(path: path) }
    for input in inputs where Self.holds(path, input) { throw .holdsInput(path: path, input: input) }
    if FolderTree.names(path).isEmpty { return nil }
    guard let earlier = MarkedFolder(path) else { throw .notOurs(path: path) }
    guard earlier.marker.kind == kind else { throw .ofAnotherKind(path: path, kind: earlier.marker.kind.rawValue) }
    let more = Set(earlier.marker.scope).subtracting(scope)
    if !more.isEmpty && !replacesMore && !isPart { throw .holdsMore(path: path, what: more.sorted()) }
    return earlier
  }

  /// Whether a folder is the other or holds it, links followed.
  private static func holds(_ folder: String, _ other: String) -> Bool {
    guard let outer = real(folder), let inner = real(other) else { return false }
    return inner == outer || inner.hasPrefix(outer + "/")
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
