import ReferenceFiles

/// Why the reference data cannot be used.
public enum RulebookError: Error, Hashable, Sendable {
  /// A file that is missing or is not what it should be.
  case file(ReferenceMistake)
  /// Two entries of the catalogue share an id.
  case duplicateIndicator(path: String, id: String)
  /// A year names an indicator that the catalogue does not have.
  case unknownIndicator(path: String, id: String)
  /// A year inherits from one that is not there or that inherits from it.
  case invalidInheritance(path: String, year: Int)
  /// A choice that is not one of those the assumption allows.
  case invalidChoice(path: String, id: String, choice: String, allowed: String)
  /// No rules are known for the year.
  case unknownYear(Int, known: [Int])
}

extension RulebookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file(let mistake): mistake.description
    case .duplicateIndicator(let path, let id):
      "\(path): error: [rulebook] indicator '\(id)' stands twice; give each its own id"
    case .unknownIndicator(let path, let id):
      "\(path): error: [rulebook] indicator '\(id)' is not in the catalogue; add it to indicators.json5 or take it out here"
    case .invalidInheritance(let path, let year):
      "\(path): error: [rulebook] cannot inherit year '\(year)'; name an earlier year that has a file"
    case .invalidChoice(let path, let id, let choice, let allowed):
      "\(path): error: [rulebook] '\(choice)' is no choice for '\(id)'; choose \(allowed)"
    case .unknownYear(let year, let known):
      "year '\(year)' has no rulebook; known years are \(yearsInWords(known))"
    }
  }
}

/// Years in words: `2006 to 2019`, or a list where there are gaps.
package func yearsInWords(_ years: [Int]) -> String {
  guard let first = years.first, let last = years.last, years.count > 1 else {
    return years.first.map(String.init) ?? "none"
  }
  if last - first == years.count - 1 { return "\(first) to \(last)" }
  return years.map(String.init).joined(separator: ", ")
}
