import SchoolStatistics

/// The choices behind ranks and bands, from `Data/reference/comparison.json5`. Analysts may edit that file.
public struct ComparisonRules: Decodable, Sendable {
  /// What values are compared on: unrounded, or rounded to the indicator's decimals.
  public enum Precision: String, Decodable, Sendable { case unrounded, rounded }

  public struct MinimumCohort: Decodable, Sendable {
    /// First year (in which the school year ends) that the minimum holds for.
    public var from: Int
    /// Fewest pupils that a rank may rest on.
    public var pupils: Int
  }
  /// How a measure that the data bring with them gets a phase: by words of its title, the first match wins.
  public struct PhaseWords: Decodable, Sendable {
    public var phase: Phase
    public var words: [String]
  }
  /// What authorities are ranked by on an indicator that counts schools.
  public enum SchoolsRankedBy: String, Decodable, Sendable { case share, number }

  public struct MeasureBreak: Decodable, Sendable {
    /// Measure ids, exactly, or a beginning followed by `*`.
    public var measures: [String]
    /// First year (ending) on the new definition.
    public var year: Int
    public var reason: String
  }

  public var compareOn: Precision
  public var minimumCohorts: [MinimumCohort]
  /// The share of the schools judged, or their number as the text of 2009 has it literally (rulebook §6.4).
  public var schoolsRankedBy = SchoolsRankedBy.share
  /// Per cent of the ranked that may share the best or the last value, and that a band may hold, before there are no
  /// bands (rulebook §6.1).
  public var crowdedEnd = 25
  public var largestBand = 50
  /// Fewest neighbours with data for a mean (rulebook §6.6).
  public var minimumNeighbours: Int
  /// Grade by band: `A` to `D` as the four-grade scale.
  public var judgements: [String: String]
  /// Years of change that rates of improvement are ranked over; the first is the default.
  public var improvementYears: [Int]
  /// Fewest authorities with data for quartiles to mean anything.
  public var minimumAuthorities: Int
  /// Indicators (or measures) whose range is too narrow for bands; they are ranked only.
  public var withoutBands: [String]
  public var phases: [PhaseWords]
  public var breaks: [MeasureBreak]

  enum CodingKeys: String, CodingKey {
    case compareOn = "compare_on"
    case schoolsRankedBy = "schools_ranked_by"
    case crowdedEnd = "crowded_end"
    case largestBand = "largest_band"
    case minimumCohorts = "minimum_cohorts"
    case minimumNeighbours = "minimum_neighbours"
    case judgements
    case improvementYears = "improvement_years"
    case minimumAuthorities = "minimum_authorities"
    case withoutBands = "without_bands"
    case phases, breaks
  }

  /// What holds where reference data says nothing: the defaults of rulebook §6 and 8.3.
  public static let `default` = ComparisonRules(
    compareOn: .unrounded, minimumCohorts: [MinimumCohort(from: 0, pupils: 11), MinimumCohort(from: 2011, pupils: 6)],
    minimumNeighbours: 5, judgements: ["A": "OS", "B": "G", "C": "NI", "D": "SI"], improvementYears: [3, 1],
    minimumAuthorities: 4, withoutBands: [], phases: [], breaks: [])

  /// Fewest pupils that a rank or band of the year may rest on; 1 where no rule covers the year.
  public func minimumCohort(_ year: AcademicYear) -> Int {
    minimumCohorts.filter { $0.from <= year.ending }.max { $0.from < $1.from }?.pupils ?? 1
  }

  /// What changed in a measure between the year before and this one; nil where nothing did.
  public func breakBefore(_ measure: Measure, _ year: AcademicYear) -> String? {
    breaks.first { rule in
      rule.year == year.ending
        && rule.measures.contains {
          $0.hasSuffix("*")
            ? measure.id.lowercased().hasPrefix($0.lowercased().dropLast()) : measure.id.lowercased() == $0.lowercased()
        }
    }?.reason
  }
}
