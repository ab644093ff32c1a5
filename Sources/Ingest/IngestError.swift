import ReferenceFiles
import SchoolStatistics

/// Why nothing could be read at all. Trouble with one file among others is a finding, not an error.
public enum IngestError: Error, Equatable, Sendable {
  case noSuchFolder(String)
  case notAFolder(String)
  case unreadableFolder(String, reason: String)
  case noFiles([String])
  /// Files are there, but none could be used; the findings say why, in order.
  case nothingUsable([String], findings: [Finding])
  /// A file of the reference folder names what is not there.
  case reference(String, reason: String)
  /// A file of the reference folder is missing or is not what it should be.
  case referenceFile(ReferenceMistake)
}

extension IngestError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchFolder(let path): "no folder '\(path)'; name a folder of CSV files with --data"
    case .notAFolder(let path): "'\(path)' is a file; name the folder it is in with --data"
    case .unreadableFolder(let path, let reason): "folder '\(path)' cannot be read: \(reason)"
    case .noFiles(let folders):
      "no CSV file in \(folders.map { "'\($0)'" }.joined(separator: ", ")); name a folder of CSV files with --data"
    case .nothingUsable(let folders, let findings):
      Self.nothingUsable(folders, findings.filter { $0.severity == .error })
    case .referenceFile(let mistake): mistake.description
    case .reference(let path, let reason): "reference file '\(path)' cannot be used: \(reason)"
    }
  }

  /// Errors that the message of `nothingUsable` names.
  private static let named = 5

  private static func nothingUsable(_ folders: [String], _ errors: [Finding]) -> String {
    let rest = errors.count - named
    return "none of the files in \(folders.map { "'\($0)'" }.joined(separator: ", ")) can be used"
      + errors.prefix(named).map { "\n  \($0)" }.joined()
      + (rest > 0 ? "\n  and \(String.count(rest, "error")) more; 'check' lists every one" : "")
  }
}
