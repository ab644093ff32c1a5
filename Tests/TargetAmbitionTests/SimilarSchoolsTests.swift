import Testing

@testable import TargetAmbition

@Suite("Similar schools")
struct SimilarSchoolsTests {
  @Test("similar schools are standardised, weighted, and leave out schools without context")
  func model() {
    // FSM in per cent would drown points of prior attainment if it were not standardised.
    let values: [[Double?]] = [
      [15, 10, nil, 5, 200], [15.1, 40, nil, 5, 200], [12, 11, nil, 5, 200], [15, 12, nil, 5, 200],
      [nil, 10, nil, 5, 200],
    ]
    let model = SimilarSchoolsModel(members: [10, 11, 12, 13, 14], values: values, weights: [1, 1, 1, 1, 1], count: 2)
    #expect(model.members == [10, 11, 12, 13])
    #expect(model.features == ["prior_attainment", "fsm"])
    #expect(model.schools(similarTo: 10) == [13, 12])
    #expect(model.schools(similarTo: 14).isEmpty)
    let priorOnly = SimilarSchoolsModel(
      members: [10, 11, 12, 13, 14], values: values, weights: [1, 0, 0, 0, 0], count: 2)
    #expect(priorOnly.schools(similarTo: 10) == [13, 11])
  }
}
