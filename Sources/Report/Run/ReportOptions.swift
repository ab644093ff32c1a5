import Packs
import SchoolStatistics

/// For whom a report is written. Internal reports may name schools and show small numbers; the public gets the publishing
/// files, with what is small left out, what describes them, and nothing else.
public enum Audience: String, CaseIterable, Sendable { case `internal`, `public` }

/// The kinds of files that a report can hold.
public enum ReportFormat: String, CaseIterable, Sendable { case csv, html, xlsx }

/// The tables that a report can hold, by the names of their files.
public enum Table: String, CaseIterable, Sendable {
  case indicators, schools, reconciliation
  case countedSchools = "counted-schools"
  case targetAmbition = "target-ambition"
  /// The publishing files in the DfE open-data standard.
  case openData = "ees"
}

/// What a run writes: all outputs, the regional comparison alone, or the quality report alone.
public enum ReportKind: Sendable { case report, comparison, check }

/// What is wanted of a report, and what is to be recorded about how it was asked for.
public struct ReportOptions: Sendable {
  /// The folder that holds reports; this one becomes a folder in it, `2009-autumn`.
  public var outFolder: String
  public var term: Season
  /// Folders that the run reads, which no report may take the place of.
  public var inputs: [String] = []
  /// Whether a report that holds more than this one will may be replaced.
  public var replacesMore = false
  public var kind = ReportKind.report
  public var audience = Audience.internal
  public var formats = Set(ReportFormat.allCases)
  public var tables = Set(Table.allCases)
  /// Limits tables and pages to these authorities, with their regions and England; nil is all.
  public var authorities: [LocalAuthorityCode]?
  /// Limits tables and pages to the authorities of these regions, by name or code; empty is all.
  public var regions: [String] = []
  /// Whom readers may ask; empty where nobody is named.
  public var contact = ""
  /// How many threads write.
  public var jobs = 1
  /// For the record: the command as it was typed.
  public var commandLine: [String] = []
  /// For the record: name and version of the tool and of what it is built on.
  public var versions: [(name: String, version: String)] = []
  /// For the record: the files of rules, layouts and code lists that the run could use, with their SHA-256.
  public var rules: [(path: String, digest: String)] = []
  /// For the record: when the run began, ISO 8601; the only clock time in a report.
  public var started = ""

  public init(outFolder: String, term: Season) { (self.outFolder, self.term) = (outFolder, term) }

  /// The folder of a run about a year: `2009-autumn`, `2009-autumn-la-902`, `2009-autumn-comparison`. Runs of different
  /// scope have different ones and do not touch each other.
  func folderName(_ year: AcademicYear) -> String {
    var parts = ["\(year.ending)-\(term.rawValue)"]
    if let authorities {
      let codes = Set(authorities).sorted().map(\.description)
      // A name of a file has at most 255 bytes.
      parts.append(
        "la-" + codes.prefix(20).joined(separator: "-")
          + (codes.count > 20 ? "-and-\(codes.count - 20)-more-\(FileName.digest(codes.joined(separator: " ")))" : ""))
    }
    if !regions.isEmpty { parts.append("region-" + regions.map(FileName.plain).sorted().joined(separator: "-")) }
    if kind == .comparison { parts.append("comparison") }
    if audience == .public { parts.append("public") }
    return parts.joined(separator: "-")
  }

  /// What a run may leave out and this one does not.
  var scope: Set<String> {
    var scope = Set(formats.map(\.rawValue))
    if formats.contains(.csv), kind == .report { scope.formUnion(tables.map { "table \($0.rawValue)" }) }
    return scope
  }
}
