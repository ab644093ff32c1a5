import Indicators
import SchoolStatistics
import Synchronization

/// One look over all schools of England: where they lie on each measure, and their counts for sums.
struct NationalSurvey: Sendable {
  var distributions: PackDistributions
  var counts: PackCounts

  /// O(schools); each school's values are made once and dropped.
  init(_ results: IndicatorResults, _ measures: [PackMeasure], _ data: SchoolData, options: PackOptions) {
    let schools = data.schools.count
    let measures = measures.map(\.indicator)
    let wanted = Set(measures)
    let year = results.headlineYear
    let positions = results.schools.schools
    let shared = Mutex<([PackDistributions.Key: [Double]], PackCounts)>(
      ([:], PackCounts(indicators: measures, schools: schools)))
    let chunk = 256
    let minimum = options.minimumCohort
    @Sendable func look(_ index: Int) {
      var values: [PackDistributions.Key: [Double]] = [:]
      var counts: [(String, Int, Int, Int)] = []
      for school in positions[index * chunk..<min(positions.count, (index + 1) * chunk)] {
        for value in results.schools.values(of: school, in: year, of: wanted) {
          guard let number = value.value.value else { continue }
          let cohort = value.denominator.count
          if cohort.map({ $0 >= minimum }) ?? true {
            values[PackDistributions.Key(indicator: value.indicator, group: value.group), default: []].append(
              number.double)
          }
          if value.group == .all, let part = value.numerator.count, let cohort {
            counts.append((value.indicator, school, part, cohort))
          }
        }
      }
      shared.withLock { state in
        state.0.merge(values) { $0 + $1 }
        for (indicator, school, part, whole) in counts {
          state.1.set(indicator, school: school, part: part, whole: whole)
        }
      }
    }
    let chunks = (positions.count + chunk - 1) / chunk
    _ = mapInParallel(chunks, block: 1, jobs: options.jobs, look)
    let (values, counts) = shared.withLock { $0 }
    // The quarters of a few authorities' schools are not those of England.
    distributions = Self.isEngland(results, data, options) ? PackDistributions(values: values) : PackDistributions()
    self.counts = counts
  }

  /// Whether the schools with values are of enough authorities for England, as pooling asks it.
  private static func isEngland(_ results: IndicatorResults, _ data: SchoolData, _ options: PackOptions) -> Bool {
    let known = Set(results.schools.schools.map { data.schools[$0].authority })
    let existing = data.authorities.count { $0.existed(in: results.headlineYear) }
    return options.choices.isCovered(known.count, of: existing, isEngland: true)
  }
}
