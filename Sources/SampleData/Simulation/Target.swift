/// One target of one school, as the governing body set it.
struct Target: Sendable {
  let targetYear: Int
  let measure: String
  var cohort: Int?
  var pupils: Int?
  /// In tenths of a per cent.
  var percent: Int
  var estimateB: Int?
  var estimateD: Int?
  var priorAttainmentPupils: Int?
  var matched: Int?
  var predictedBelowExpected: Int?
  var dateSet: String
  var exception: Exception?

  var roundYear: Int { targetYear - 2 }

  /// Why a target short of the criteria was accepted, and by whom.
  struct Exception: Sendable {
    let reason: String
    let decidedBy: String
    let decidedOn: String
  }
}

/// In which way a school's targets fall short of the six criteria; nil among the targets of an ambitious school.
enum Shortfall: CaseIterable, Sendable {
  /// Below what the top quartile of similar schools would reach.
  case belowTopQuartile
  /// No better than the latest results.
  case noImprovement
  /// Some pupils predicted less than the expected progress.
  case progressPredictedShort
  case setLate
  case incomplete

  static func drawn(for phase: School.Phase, _ stream: inout RandomStream) -> Shortfall {
    let share = stream.uniform()
    if share < 0.42 { return .belowTopQuartile }
    if share < 0.66 { return .noImprovement }
    if share < 0.86 { return phase == .primary ? .progressPredictedShort : .belowTopQuartile }
    return share < 0.94 ? .setLate : .incomplete
  }
}
