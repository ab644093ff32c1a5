/// Why a report could not be written. The report that was there before is whole whenever one of these is thrown.
public enum ReportError: Error, Hashable, Sendable {
  case cannotCreate(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case diskFull(path: String)
  case cannotMoveIn(folder: String, place: String, reason: String)
  case notAFolder(path: String)
  /// A folder that the tool did not write stands in the place.
  case notOurs(path: String)
  case ofAnotherKind(path: String, kind: String)
  case holdsInput(path: String, input: String)
  /// The earlier folder holds what this run would not write.
  case holdsMore(path: String, what: [String])
  /// A file of somebody else has the name of one that the run writes.
  case standsInTheWay(path: String)
  case unknownAuthority(code: String)
  case unknownRegion(name: String, known: [String])
  /// What is left out of publishing files could be worked out from the rest.
  case canBeWorkedOut(figures: [String])
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
    case .notOurs(let path):
      "\(path): error: this folder was not written by the tool, so it is left alone; move it away or give another folder with --out"
    case .ofAnotherKind(let path, let kind):
      "\(path): error: a folder written by '\(kind)' stands here and is left alone; move it away or give another folder with --out"
    case .holdsInput(let path, let input):
      "\(path): error: the input '\(input)' stands here and would be replaced; give another folder with --out"
    case .holdsMore(let path, let what):
      "\(path): error: the earlier run wrote \(what.joined(separator: ", ")) too, which this one would take away; ask for the same, give --replace, or another folder with --out"
    case .standsInTheWay(let path):
      "\(path): error: this file was not written by the tool and has the name of one that would be; move it away. Nothing was written"
    case .unknownAuthority(let code):
      "error: no local authority '\(code)' in the results; the codes are in tables/indicators.csv, column old_la_code"
    case .unknownRegion(let name, let known):
      "error: no region '\(name)' in the results; regions with results are \(known.joined(separator: ", "))"
    case .canBeWorkedOut(let figures):
      "error: figures left out of the publishing files could be worked out from the rest (\(figures.prefix(5).joined(separator: "; "))); nothing was written; leave the publishing files out with --tables"
    }
  }
}
