import Indicators
import SchoolStatistics
import SelfEvaluation
import TargetAmbition

/// How long a stage of the run took.
public struct StageTiming: Sendable {
  public var stage: String
  public var seconds: Double
  public init(stage: String, seconds: Double) { (self.stage, self.seconds) = (stage, seconds) }
}

/// Everything that a report is written from: what Ingest read and what Analysis found.
public struct Run: Sendable {
  public var data: SchoolData
  public var results: IndicatorResults
  /// The ambition of targets; empty where the data hold none.
  public var ambition: AmbitionResults
  /// What authorities judge of their own work; empty where no file says it.
  public var selfEvaluation: SelfEvaluation
  /// Findings of Ingest; those of Analysis come with `results`.
  public var findings: [Finding]
  public var timings: [StageTiming]

  public init(
    data: SchoolData, results: IndicatorResults, ambition: AmbitionResults = AmbitionResults(),
    selfEvaluation: SelfEvaluation = SelfEvaluation(),
    findings: [Finding] = [],
    timings: [StageTiming] = []
  ) {
    (self.data, self.results, self.ambition) = (data, results, ambition)
    self.selfEvaluation = selfEvaluation
    (self.findings, self.timings) = (findings, timings)
    // Pages and the record list all open choices in one place.
    if !ambition.schools.isEmpty { self.results.assumptions += ambition.assumptions }
  }
}
