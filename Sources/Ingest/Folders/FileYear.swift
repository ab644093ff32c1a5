/// Finds the year of a file that has no column for it.
struct FileYear {
  var ending: Int
  /// Where it was found, in words; nil where the file or its layout says so itself.
  var assumedFrom: String?

  /// Tries, in this order: a data package, the layout, history columns in the header, the file's name, the names
  /// of its folders, the option.
  static func find(_ rule: YearRule, file: DataFolder.File, header: HeaderNames, option: Int?) -> FileYear? {
    if let year = file.resource?.year { return FileYear(ending: year) }
    if let year = rule.fixed { return FileYear(ending: year) }
    var latest: Int?
    for hint in rule.header ?? [] {
      guard let regex = try? Regex(hint.pattern).ignoresCase() else { continue }
      for name in header.written {
        guard let match = try? regex.firstMatch(in: name), let yy = match["yy"]?.substring.flatMap({ Int($0) }),
          (0...99).contains(yy), let year = YearReading.moved((yy < 90 ? 2000 : 1900) + yy, by: hint.plus ?? 0)
        else { continue }
        latest = max(latest ?? 0, year)
      }
    }
    if let latest { return FileYear(ending: latest) }
    for pattern in rule.file ?? [] {
      if let year = year(pattern, file.name) { return FileYear(ending: year, assumedFrom: "its name") }
    }
    for folder in file.folders {
      for pattern in rule.folder ?? [] {
        if let year = year(pattern, folder) { return FileYear(ending: year, assumedFrom: "folder '\(folder)'") }
      }
    }
    return option.map { FileYear(ending: $0, assumedFrom: "--year") }
  }

  private static func year(_ pattern: String, _ text: String) -> Int? {
    guard let regex = try? Regex(pattern).ignoresCase(), let match = try? regex.firstMatch(in: text) else { return nil }
    let ending = match["ending"]?.substring.flatMap { Int($0) }
    let start = match["start"]?.substring.flatMap { Int($0) }
    return ending.flatMap { YearReading.moved($0, by: 0) } ?? start.flatMap { YearReading.moved($0, by: 1) }
  }
}
