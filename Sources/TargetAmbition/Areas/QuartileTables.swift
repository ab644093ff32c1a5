import Rulebook
import SchoolStatistics
import Statistics

/// Target ambition within each quartile of value added: whether high-progress schools coast and low-progress ones
/// are let off.
enum QuartileTables {
  /// Rows for quartiles 1 to 4, then for schools without a rank.
  static func rows(_ schools: [SchoolAmbition], _ basis: QuartileBasis) -> [QuartileRow] {
    ([1, 2, 3, 4, nil] as [Int?]).map { quartile in
      row(quartile, schools.filter { (basis == .national ? $0.nationalQuartile : $0.similarQuartile) == quartile })
    }
  }

  /// One row over any set of schools.
  static func row(_ quartile: Int?, _ schools: [SchoolAmbition]) -> QuartileRow {
    var row = QuartileRow(quartile: quartile)
    for school in schools {
      switch school.verdict {
      case .met, .metByExemption: (row.met, row.assessed) = (row.met + 1, row.assessed + 1)
      case .notMet, .notSet: row.assessed += 1
      case .notAssessable: row.notAssessable += 1
      case .notDue: continue
      }
      switch AreaShares.verdict(.guidancePriorAndTopQuartile, school.edition, school) {
      case .met, .metByExemption:
        (row.metTogether, row.assessedTogether) = (row.metTogether + 1, row.assessedTogether + 1)
      case .notMet, .notSet: row.assessedTogether += 1
      case .notAssessable, .notDue: break
      }
      for criterion in AmbitionCriterion.allCases {
        let index = criterion.rawValue - 1
        switch school.outcomes[index] {
        case .met:
          row.metByCriterion[index] += 1
          row.assessedByCriterion[index] += 1
        case .notMet: row.assessedByCriterion[index] += 1
        case .notAssessable: break
        }
      }
    }
    let distances = schools.compactMap(\.distance)
    row.withBenchmark = distances.count
    row.medianDistance = median(distances)
    row.medianDistanceInPupils = median(schools.compactMap(\.distanceInPupils))
    return row
  }

  private static func median(_ values: [Rational]) -> Figure {
    values.isEmpty ? .missing(.notAvailable) : .value(quantile(values.sorted(), 1, of: 2))
  }
}
