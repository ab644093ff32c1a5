import Foundation
import SchoolStatistics
import TestSupport

@testable import Indicators
@testable import Rulebook
@testable import TargetAmbition

/// Options and data made by hand for the tests of target ambition.
enum HandMade {
  static func options() throws -> AmbitionOptions {
    try AmbitionOptions(referenceFolder: ProjectFolders.reference)
  }

  static let primary = 0, secondary = 1

  /// A target for level 4+ in English and maths in 2011, set in 2009.
  static func target(
    _ pupils: Int?, of cohort: Int?, measure: Measure = "ks2_l4_em", b: Rational? = nil, d: Rational? = nil,
    prior: Int? = nil
  ) -> TargetRecord {
    var record = TargetRecord(
      school: 0, year: AcademicYear(ending: 2011), roundYear: AcademicYear(ending: 2009), measure: measure,
      cohort: cohort, pupils: pupils, source: SourceLine(source: 0, line: 2))
    record.estimateDecimals = 1
    if let b { record.estimateB = .value(b) }
    if let d { record.estimateD = .value(d) }
    record.priorAttainmentPupils = prior
    record.dateSet = CalendarDate(year: 2009, month: 12, day: 31)
    return record
  }

  static func result(_ pupils: Int, of cohort: Int, _ year: Int) -> SchoolShare {
    SchoolShare(
      year: AcademicYear(ending: year), percent: .percent(pupils, of: cohort), pupils: pupils, cohort: cohort,
      source: SourceLine(source: 1, line: 7))
  }

  /// Inputs of a primary school whose target meets all that is not said otherwise.
  static func inputs(
    _ target: TargetRecord?, phase: Int = primary, options: AmbitionOptions? = nil, history: [SchoolShare] = [],
    benchmark: Rational? = nil
  ) throws -> CriterionInputs {
    let options = try options ?? self.options()
    let phase = options.phases[phase]
    var inputs = CriterionInputs(
      options: options, phase: phase, measure: Measure(phase.measure), targetYear: AcademicYear(ending: 2011),
      roundYear: AcademicYear(ending: 2009), deadline: options.deadline(round: AcademicYear(ending: 2009)), isDue: true,
      target: target, headline: target)
    inputs.history = history
    inputs.benchmark = benchmark.map { AmbitionBenchmark(percent: $0, origin: .estimateD, decimals: 1) }
    inputs.progress = phase.progress.map {
      var record = self.target(29, of: 30, measure: Measure($0.measure))
      record.predictedBelow = 0
      record.matched = 29
      return CriterionInputs.Progress(measure: Measure($0.measure), title: $0.measure, record: record)
    }
    return inputs
  }

  /// A decimal: 78.3 is `decimal(783)` tenths.
  static func decimal(_ tenths: Int64) -> Rational { Rational(tenths, 10) }
}
