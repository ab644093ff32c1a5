import SchoolStatistics

/// Which of several versions of the same figures something is.
enum Edition: UInt8, Comparable, Sendable {
  case provisional, revised
  /// Nothing says which.
  case unstated
  case final

  /// The word that says it.
  var words: String {
    switch self {
    case .provisional: "provisional"
    case .revised: "revised"
    case .unstated: "of no stated edition"
    case .final: "final"
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  /// What states no edition stands with what is revised: it may be either that or final.
  private var order: Int {
    switch self {
    case .provisional: 0
    case .revised, .unstated: 1
    case .final: 2
    }
  }

  /// The edition that a text names: `2019 (prov)`, `2019 (Rev)`, `england_ks4final.csv`, `Revised`.
  init(naming text: some StringProtocol) {
    let text = text.lowercased()
    if text.contains("prov") {
      self = .provisional
    } else if text.contains("revised") || text.contains("(rev") || text == "rev" {
      self = .revised
    } else if text.contains("final") {
      self = .final
    } else {
      self = .unstated
    }
  }
}

/// What tells which of two files that give the same figures is to be used: final over revised over provisional, current
/// over archived, newer over older, an original over a copy. Never the order of their names.
struct FileVersion: Comparable, Sendable {
  let edition: Edition
  /// Counted from pupils: counts that were supplied stand before own ones.
  private let isCounted: Bool
  private let isArchived: Bool
  private let isCopy: Bool
  /// The latest day in the names of the file and its folders, as 20091231; 0 where there is none.
  private let date: Int

  /// - Parameters:
  ///   - path: of the file, below the data folder as far as that is known.
  ///   - isCounted: whether the file holds pupils, of which the figures are counted.
  init(path: String, isCounted: Bool = false) {
    self.isCounted = isCounted
    let parts = path.split(separator: "/").map { $0.lowercased() }
    let name = parts.last ?? ""
    edition = Edition(naming: name)
    let archives: Set = ["archive", "archived", "archives", "old", "backup", "backups", "superseded", "previous"]
    isArchived = parts.dropLast().contains { folder in
      folder.split { !$0.isLetter }.contains { archives.contains(String($0)) }
    }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    isCopy =
      name.isNumberedCopy || name.hasPrefix("copy of ") || words.contains("copy")
      || words.contains { archives.contains(String($0)) }
    date = parts.suffix(3).flatMap(\.days).map(\.digits).max() ?? 0
  }

  /// Archived before current, older before newer by its name, copies before originals.
  private var order: [Int] { [isArchived ? 0 : 1, date, isCopy ? 0 : 1] }

  static func < (a: Self, b: Self) -> Bool {
    if a.isCounted != b.isCounted { return a.isCounted }
    if a.edition < b.edition { return true }
    return b.edition < a.edition ? false : a.order.lexicographicallyPrecedes(b.order)
  }

  /// Why a file gives way to another, in words for the other; nil where it does not.
  func isBehind(_ other: Self) -> String? {
    if isCounted != other.isCounted { return isCounted ? "was supplied as counts, this is counted from pupils" : nil }
    if edition < other.edition || other.edition < edition {
      return edition < other.edition ? "is \(other.edition.words), this is \(edition.words)" : nil
    }
    if isArchived != other.isArchived { return isArchived ? "is current, this lies in a folder of old files" : nil }
    if date != other.date, date > 0, other.date > 0 { return date < other.date ? "is newer by its name" : nil }
    if isCopy != other.isCopy { return isCopy ? "is the original, this is a copy by its name" : nil }
    return nil
  }
}

// Without regular expressions: with one file a school they took half the time of a run.
extension String {
  /// The days of this century that a name holds, as 20091231 or 2009-12-31.
  fileprivate var days: [CalendarDate] {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return utf8.split { !digits.contains($0) && $0 != UInt8(ascii: "-") }.flatMap { run -> [CalendarDate] in
      let parts = run.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Substring.init)
      return parts.indices.compactMap { index in
        let part = parts[index]
        if part.count == 8 { return CalendarDate(century: part.prefix(4), part.dropFirst(4).prefix(2), part.suffix(2)) }
        guard part.count == 4, index + 2 < parts.count, parts[index + 1].count == 2, parts[index + 2].count == 2 else {
          return nil
        }
        return CalendarDate(century: part, parts[index + 1], parts[index + 2])
      }
    }
  }

  /// Whether a name ends as browsers and file managers number a second copy: `results (1).csv`.
  fileprivate var isNumberedCopy: Bool {
    guard let dot = lastIndex(of: "."), self[..<dot].last == ")", let bracket = self[..<dot].lastIndex(of: "(") else {
      return false
    }
    let number = self[index(after: bracket)..<dot].dropLast()
    return !number.isEmpty && number.allSatisfy(\.isNumber)
  }
}

extension CalendarDate {
  /// Nil where it is no day, or none of this century.
  fileprivate init?(century year: Substring, _ month: Substring, _ day: Substring) {
    guard year.hasPrefix("20"), let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// Rows or figures that two files both give.
struct SharedRows {
  var equal = 0
  var different = 0
  /// Where the first that differs stands, and what both say.
  private var first: (line: Int, column: String, value: String, what: String)?

  /// Notes one that differs. - Parameter what: both values, and where they stand.
  mutating func noteDifference(line: Int, column: String, value: String, what: @autoclosure () -> String) {
    different += 1
    if first.map({ line < $0.line }) ?? true { first = (line, column, value, what()) }
  }

  /// The one finding about two files.
  ///
  /// - Parameters:
  ///   - things: what is counted, in the singular: `row`.
  ///   - only: how many of the left-out file's stand in it alone, of the years that both have.
  ///   - reason: why the other is used; nil where nothing says which is right.
  func finding(_ things: String, of what: String, in path: String, other: String, only: Int, reason: String?) -> Finding
  {
    let counts =
      "\(String.count(equal + different, things))\(what) also \(equal + different == 1 ? "stands" : "stand") in '\(other)'"
    guard different > 0, let first else {
      return Check.duplicateKey.finding(
        ["what": counts + ", exactly the same" + (only > 0 ? "; \(only) only here" : "")], file: path, severity: .note)
    }
    let split = "\(equal) the same, \(different) different\(only > 0 ? ", \(only) only here" : "")"
    let example = "first \(first.what)"
    guard let reason else {
      return Check.duplicateKey.finding(
        ["what": "\(counts): \(split); \(example); nothing says which is right, keep one file"], file: path,
        line: first.line, column: first.column, value: first.value, severity: .error,
        action: "left out, the file named first used")
    }
    return Check.duplicateKey.finding(
      ["what": "\(counts): \(split); \(example); the other \(reason)"], file: path, line: first.line,
      column: first.column, value: first.value, severity: .warning, action: "left out, the other file used")
  }
}
