import SchoolStatistics
import TargetAmbition

/// What Analysis found about targets and value added, by school.
struct AmbitionIndex: Sendable {
  private let results: AmbitionResults
  private let targets: [Int: [Int]]
  private let outcomes: [Int: [TargetOutcome]]
  private let success: [Place: [TargetSuccess]]
  private let standings: [Int: [ValueAddedStanding]]

  init(_ results: AmbitionResults) {
    self.results = results
    targets = Dictionary(grouping: results.schools.indices, by: { results.schools[$0].school })
    outcomes = Dictionary(grouping: results.outcomes, by: \.school)
    success = Dictionary(grouping: results.success, by: \.place)
    standings = Dictionary(grouping: results.standings, by: \.school)
  }

  func record(of school: Int, after year: AcademicYear) -> SchoolAmbitionRecord {
    var record = SchoolAmbitionRecord()
    let positions = (targets[school] ?? []).sorted { a, b in
      let one = results.schools[a]
      let other = results.schools[b]
      if one.targetYear != other.targetYear { return one.targetYear > other.targetYear }
      if one.isHeadline != other.isHeadline { return one.isHeadline }
      return one.measure < other.measure
    }
    record.targets = positions.map { results.schools[$0] }
    let ahead = positions.filter { results.schools[$0].isHeadline && results.schools[$0].targetYear > year }
    if let newest = ahead.first(where: { results.schools[$0].state.isHeld }) {
      record.criteria = results.criteria(newest)
      record.facts = results.facts(newest)
    }
    record.asks = ahead.first.map { results.asks($0) } ?? []
    record.outcomes = outcomes[school] ?? []
    record.standings = (standings[school] ?? []).filter { $0.year <= year }
    return record
  }

  func success(of urn: URN) -> [TargetSuccess] { success[.school(urn)] ?? [] }

  func similar(to school: Int, in year: AcademicYear) -> [Int] { results.similar(to: school, in: year).map(\.school) }
}
