import Packs
import SchoolStatistics

/// What a run of packs is to write.
public struct PackOrder: Sendable {
  /// A school by its index in `SchoolData.schools`, with what names its files.
  public struct School: Hashable, Sendable {
    public var position: Int
    public var urn: URN
    public var name: String
    public init(position: Int, urn: URN, name: String) { (self.position, self.urn, self.name) = (position, urn, name) }
  }

  /// The packs of one local authority.
  public struct Authority: Sendable {
    public var code: LocalAuthorityCode
    public var name: String
    /// All its schools: the index page is about all of them.
    public var schools: [School]
    /// Positions of the schools whose packs are written.
    public var wanted: Set<Int>
    /// Positions of schools whose partner is new, which get a handover pack too.
    public var handovers: Set<Int>
    public var allocation: SIPAllocation
    public init(
      code: LocalAuthorityCode, name: String, schools: [School], wanted: Set<Int>, handovers: Set<Int>,
      allocation: SIPAllocation
    ) {
      (self.code, self.name, self.schools, self.wanted) = (code, name, schools, wanted)
      (self.handovers, self.allocation) = (handovers, allocation)
    }
    /// True where every school is written: what was there before is then replaced as a whole.
    public var isWhole: Bool { wanted.count == schools.count }
  }

  /// The folder that holds reports.
  public var outFolder: String
  /// The year of the latest results.
  public var year: AcademicYear
  public var season: Season
  public var authorities: [Authority]
  public var isSynthetic: Bool
  /// How many threads make packs.
  public var jobs: Int
  /// What is written of each pack: `html`, `pdf`.
  public var formats: Set<String> = ["html"]
  /// Folders that the run reads, which no packs may take the place of.
  public var inputs: [String] = []
  /// Whether each school gets a page for its governors too.
  public var forGovernors = false
  /// What the foot of each page says of the run: day and version.
  public var imprint = ""
  /// Whether packs that hold more than these may be replaced.
  public var replacesMore = false

  public init(
    outFolder: String, year: AcademicYear, season: Season, authorities: [Authority], isSynthetic: Bool, jobs: Int
  ) {
    (self.outFolder, self.year, self.season, self.authorities) = (outFolder, year, season, authorities)
    (self.isSynthetic, self.jobs) = (isSynthetic, jobs)
  }

  /// `Reports/2009-autumn/packs`
  public var folder: String { "\(outFolder)/\(name)" }
  /// The report that the packs belong to, there or not.
  var reportFolder: String { "\(outFolder)/\(report)" }
  private var report: String { "\(year.ending)-\(season.rawValue)" }
  private var name: String { report + "/packs" }

  func placement(of authority: Authority) -> Placement {
    Placement(
      outFolder: outFolder, name: "\(name)/\(authority.code)", kind: .packs,
      scope: formats.union(forGovernors ? ["governors"] : []),
      isPart: !authority.isWhole, inputs: inputs, replacesMore: replacesMore)
  }
}

/// A pack that could not be written or printed.
public struct PackFailure: Hashable, Sendable {
  public var urn: URN
  public var name: String
  public var reason: String
  public init(urn: URN, name: String, reason: String) { (self.urn, self.name, self.reason) = (urn, name, reason) }
}

/// What a run of packs wrote.
public struct PackSummary: Sendable {
  public var folder: String
  public var packs = 0
  /// Authorities whose earlier packs were replaced.
  public var replaced = 0
  public var printed = 0
  public var bytes = 0
  /// In the order of the schools.
  public var failures: [PackFailure] = []
}
