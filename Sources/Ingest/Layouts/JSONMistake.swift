import Foundation

/// What went wrong in a JSON or JSON5 text.
enum JSONMistake {
  /// ` (Unexpected end of file)`: the parser's own words, with the line where it gives one; empty where it has none.
  static func words(_ error: any Error) -> String {
    let details = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
    return details.isEmpty ? "" : " (\(details.hasSuffix(".") ? String(details.dropLast()) : details))"
  }
}
