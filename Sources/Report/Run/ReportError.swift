/// Why a report could not be written. The report that was there before is whole whenever one of these is thrown.
public enum ReportError: Error, Hashable, Sendable {
  case cannotCreate(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case diskFull(path: String)
  case cannotMoveIn(folder: String, place: String, reason: String)
  case notAFolder(path: String)
  case unknownAuthority(code: String)
  case unknownRegion(name: String, known: [String])
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason):
      "\(path): error: cannot be created: \(reason); give another folder with --out"
    case .cannotWrite(let path, let reason):
      "\(path): error: cannot be written: \(reason); the earlier report is unchanged"
    case .diskFull(let path):
      "\(path): error: the disk is full; the earlier report is unchanged; free some space or give another folder with --out"
    case .cannotMoveIn(let folder, let place, let reason):
      "\(place): error: the finished report '\(folder)' cannot be moved here: \(reason); the earlier report is unchanged"
    case .notAFolder(let path):
      "\(path): error: a file stands where the report folder should be; move it away or give another folder with --out"
    case .unknownAuthority(let code):
      "error: no local authority '\(code)' in the results; the codes are in tables/indicators.csv, column old_la_code"
    case .unknownRegion(let name, let known):
      "error: no region '\(name)' in the results; regions with results are \(known.joined(separator: ", "))"
    }
  }
}
