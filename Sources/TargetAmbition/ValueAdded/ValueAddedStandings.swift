import Rulebook
import SchoolStatistics
import Statistics

/// Ranks every school's value-added score nationally and among similar schools.
///
/// Competition ranks, 1 best, on exact scores; percentile rank `ceil(100·r/N)`. Scores with low coverage or of few
/// pupils are shown, not ranked. Source: rulebook §3.4, §6.3, §6.7, §7.2.
struct ValueAddedStandings: Sendable {
  private struct Key: Hashable {
    var school: Int
    var measure: String
    var year: AcademicYear
  }
  private struct Cohort: Hashable {
    var measure: String
    var year: AcademicYear
  }
  /// Sorted by school, measure, year; ranked nationally, among similar schools by `amongSimilar` alone.
  private(set) var all: [ValueAddedStanding] = []
  /// Ranked scores by school, in millionths: files give no finer ones, so that they compare exactly.
  private var scores: [Cohort: [Int: Int64]] = [:]
  private let similar: SimilarSchools
  private let fewest: Int
  private var positions: [Key: Int] = [:]

  init(_ data: SchoolData, options: AmbitionOptions, through last: AcademicYear, similar: SimilarSchools) {
    (self.similar, fewest) = (similar, options.similarSchools.fewest)
    let entries = Dictionary(options.valueAdded.measures.map { ($0.measure, $0) }, uniquingKeysWith: { a, _ in a })
    for school in data.valueAdded.schools {
      var seen: Set<Key> = []
      for record in data.valueAdded[school] {
        let key = Key(school: school, measure: record.measure, year: record.year)
        guard let entry = entries[record.measure], record.year <= last, seen.insert(key).inserted else { continue }
        all.append(Self.standing(record, data.schools[school], entry, options.valueAdded))
      }
    }
    all.sort { ($0.school, $0.measure, $0.year) < ($1.school, $1.measure, $1.year) }
    for (position, standing) in all.enumerated() {
      positions[Key(school: standing.school, measure: standing.measure, year: standing.year)] = position
    }
    rank()
  }

  /// The standing of a school in the first of several measures that it has one in.
  func standing(_ school: Int, anyOf measures: [String], _ year: AcademicYear) -> ValueAddedStanding? {
    measures.lazy.compactMap { positions[Key(school: school, measure: $0, year: year)] }.first.map { all[$0] }
  }

  private static func standing(
    _ record: ValueAddedRecord, _ school: School, _ entry: AmbitionOptions.ValueAdded.Entry,
    _ options: AmbitionOptions.ValueAdded
  ) -> ValueAddedStanding {
    let (score, coverage, pupils) = (record.score, record.coverage, record.pupils)
    let isLow = coverage.value.map { $0 < options.coverage.value } ?? (coverage.reason == .lowCoverage)
    var significance = Significance.notTested
    if !isLow, (pupils.count ?? .max) >= options.significancePupils, let lower = record.lower.value,
      let upper = record.upper.value
    {
      significance = lower > entry.centre.value ? .above : upper < entry.centre.value ? .below : .notSignificant
    }
    var unranked = score.reason
    if unranked == nil {
      if isLow {
        unranked = .lowCoverage
      } else if (pupils.count ?? .max) < options.rankPupils {
        unranked = .tooFew
      } else if !school.kind.isMainstream || !school.isStateFunded {
        unranked = .notApplicable
      }
    }
    return ValueAddedStanding(
      school: record.school, phase: entry.phase, measure: entry.measure, year: record.year, score: score,
      lower: record.lower, upper: record.upper, coverage: coverage, pupils: pupils, significance: significance,
      unranked: unranked, publishedPercentile: record.percentile, sourceLine: record.source)
  }

  private mutating func rank() {
    let groups = Dictionary(grouping: all.indices.filter { all[$0].unranked == nil }) {
      Cohort(measure: all[$0].measure, year: all[$0].year)
    }
    for (cohort, members) in groups {
      let exact = members.map { all[$0].score.value! }
      for (position, place) in zip(members, competitionRanks(exact, polarity: .high)) {
        all[position].national = ValueAddedRank(rank: place.rank, ranked: members.count)
      }
      scores[cohort] = Dictionary(
        uniqueKeysWithValues: zip(members, exact).map { (all[$0].school, $1.roundedUnits(decimals: 6)) })
    }
  }

  /// The rank among similar schools; nil where the school is not ranked or too few of them are. O(similar schools).
  func amongSimilar(_ standing: ValueAddedStanding) -> ValueAddedRank? {
    guard let scores = scores[Cohort(measure: standing.measure, year: standing.year)],
      let own = scores[standing.school]
    else { return nil }
    let others = similar.model(standing.phase, standing.year).schools(similarTo: standing.school)
      .compactMap { scores[$0] }
    guard others.count >= fewest else { return nil }
    return ValueAddedRank(rank: 1 + others.count { $0 > own }, ranked: others.count + 1)
  }

  /// All standings of the schools, with their ranks among similar ones.
  func ranked(_ isWanted: (Int) -> Bool, jobs: Int) -> [ValueAddedStanding] {
    let wanted = all.filter { isWanted($0.school) }
    return mapInParallel(wanted.count, block: 64, jobs: jobs) { position in
      var standing = wanted[position]
      standing.similar = amongSimilar(standing)
      return standing
    }
  }
}
