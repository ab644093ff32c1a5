/// Why a workbook could not be made.
enum WorkbookError: Error, Hashable, Sendable {
  case cannotCreate(path: String)
  case cannotWrite(path: String, reason: String)
  case cannotRead(path: String)
  /// The library wrote something that is not the archive expected of it.
  case malformedArchive
}

extension WorkbookError {
  /// For `ReportError`: in words.
  var reason: String {
    switch self {
    case .cannotCreate: "the temporary file cannot be created"
    case .cannotWrite(_, let reason): reason
    case .cannotRead: "the temporary file cannot be read"
    case .malformedArchive: "the workbook library wrote no ZIP archive"
    }
  }
}
