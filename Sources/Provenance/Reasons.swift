/// Why rows of two runs differ, from what their records say they were made of.
struct Reasons {
  private static let otherScope = "the runs were asked for other authorities, or for another audience"

  private struct ChangedFile {
    var name: String
    var words: String
    /// Years of its rows in either run; empty for registers and the like, which are about every year.
    var years: Set<Int>
  }

  private let old: FinishedRun.Record
  private let new: FinishedRun.Record
  private var files: [ChangedFile] = []
  private var rules: [String] = []
  private var versions: [String] = []
  private let scopeDiffers: Bool

  init(_ old: FinishedRun.Record, _ new: FinishedRun.Record) {
    (self.old, self.new) = (old, new)
    scopeDiffers =
      old.options.authorities != new.options.authorities || old.options.regions != new.options.regions
      || old.options.audience != new.options.audience
    for (before, after) in Self.pairs(old.inputs, new.inputs, path: \.path, digest: \.sha256) {
      let years = Set((before?.years ?? []) + (after?.years ?? []))
      let words: String
      switch (before, after) {
      case (let before?, let after?):
        words =
          Self.isRevision(before.path, after.path)
          ? "provisional file '\(Self.name(before.path))' was replaced by the revised '\(Self.name(after.path))'"
          : "input file '\(Self.name(after.path))' changed"
      case (nil, let after?): words = "input file '\(Self.name(after.path))' is new"
      case (let before, nil): words = "input file '\(Self.name(before?.path ?? ""))' is no longer there"
      }
      files.append(ChangedFile(name: Self.name((after ?? before)?.path ?? ""), words: words, years: years))
    }
    for (before, after) in Self.pairs(old.rules, new.rules, path: \.path, digest: \.sha256) {
      let name = Self.name((after ?? before)?.path ?? "")
      rules.append(
        before == nil
          ? "rule file '\(name)' is new"
          : after == nil ? "rule file '\(name)' is no longer there" : "rule file '\(name)' changed")
    }
    for (tool, version) in new.versions.sorted(by: { $0.key < $1.key }) where old.versions[tool] != version {
      versions.append("\(tool) \(old.versions[tool] ?? "(not recorded)") became \(version)")
    }
  }

  /// All that is not the same, in words.
  var causes: [String] {
    var all = files.map(\.words) + rules + versions
    if old.rules.isEmpty != new.rules.isEmpty { all.append("one of the runs does not record its rules") }
    if old.headline_year != new.headline_year {
      all.append("the report is about \(new.headline_year) instead of \(old.headline_year)")
    }
    if scopeDiffers { all.append(Self.otherScope) }
    return all
  }

  /// Why a row differs; never empty.
  func reason(_ row: RunDifference.Row) -> String {
    let year = Int(row.year.prefix(4)).map { $0 + 1 }
    if row.kind != .changed {
      let (own, other, word) = row.kind == .added ? (new, old, "new") : (old, new, "old")
      if let year, !other.years.contains(year) { return "\(row.year) is only in the \(word) run" }
      if scopeDiffers { return Self.otherScope }
      if own.indicators.contains(row.what), !other.indicators.contains(row.what) {
        return "'\(row.what)' is only in the \(word) run" + ": " + cause(year)
      }
      return "\(row.kind == .added ? "new" : "removed") row: " + cause(year)
    }
    let columns = Set(row.changes.map(\.column))
    if columns.isDisjoint(with: Self.comparative) == false, columns.isSubset(of: Self.comparative) {
      return "its own figure is the same; what it is compared with changed: " + cause(year)
    }
    if let was = row.change("status"), was.old == "c" || was.new == "c" {
      return (was.new == "c" ? "now suppressed: " : "no longer suppressed: ") + cause(year)
    }
    return cause(year)
  }

  /// Columns that other places, England or other years fill beside the row's own figure.
  private static let comparative: Set<String> = [
    "national_value", "difference_from_national", "significance", "rank", "ranked", "quartile_band", "decile",
    "neighbour_mean", "change_1_year", "change_3_year", "needed_for_next_band", "note", "significance_among_many",
    "change_1_significance", "change_3_significance", "pooled_national_value",
  ]

  /// The nearest cause: files of the row's own year, then of the three years it is compared with, then any file or rule.
  private func cause(_ year: Int?) -> String {
    func words(_ changed: [ChangedFile]) -> String? {
      changed.isEmpty ? nil : changed.map(\.words).joined(separator: "; ")
    }
    if let year {
      let own = files.filter { $0.years.contains(year) }
      if let found = words(own) { return found }
    }
    let years = year.map { Set(($0 - 3)..<$0) } ?? []
    if let found = words(files.filter { !$0.years.isDisjoint(with: years) }) { return "of an earlier year, " + found }
    let yearFiles = year.map { year in rules.filter { $0.contains("'\(year).json5'") } } ?? []
    if !yearFiles.isEmpty { return yearFiles.joined(separator: "; ") }
    if !rules.isEmpty { return rules.joined(separator: "; ") }
    if let found = words(files) { return found }
    if !versions.isEmpty { return versions.joined(separator: "; ") }
    if old.rules.isEmpty != new.rules.isEmpty { return "one of the runs does not record its rules" }
    if old.headline_year != new.headline_year { return "the report is about another year" }
    if scopeDiffers { return Self.otherScope }
    return "the runs record the same files, rules and version: another build wrote one of them, or the table was edited"
  }

  /// Files of two runs that are not the same: same name and another digest, or in one run alone. A file whose content
  /// stands under another name is the same; a provisional file and its revision are one.
  private static func pairs<File>(
    _ old: [File], _ new: [File], path: (File) -> String, digest: (File) -> String
  ) -> [(File?, File?)] {
    let (before, after) = (Set(old.map(digest)), Set(new.map(digest)))
    var gone = old.filter { !after.contains(digest($0)) }
    var found: [(File?, File?)] = []
    for file in new where !before.contains(digest(file)) {
      let match =
        gone.firstIndex { name(path($0)) == name(path(file)) }
        ?? gone.firstIndex { isRevision(path($0), path(file)) }
      found.append((match.map { gone.remove(at: $0) }, file))
    }
    return found + gone.map { ($0, nil) }
  }

  /// Whether two names differ in saying provisional and revised (or final) alone.
  private static func isRevision(_ old: String, _ new: String) -> Bool {
    func stem(_ path: String, _ words: [String]) -> String? {
      let text = name(path).lowercased()
      return words.first(where: text.contains).map { text.replacing($0, with: "") }
    }
    guard let before = stem(old, ["provisional", "prov"]) else { return false }
    return before == stem(new, ["revised", "final", "rev"])
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
