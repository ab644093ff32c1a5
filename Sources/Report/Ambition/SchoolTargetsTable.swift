import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// `tables/target-ambition-schools.csv`: every school's targets judged.
struct SchoolTargetsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .targetAmbition

  struct Row {
    let target: SchoolAmbition
    let school: School
    let authority: String
    let data: SchoolData
  }

  static let rows = ColumnTable<Row>(
    name: "target-ambition-schools", title: "Ambition of schools' targets",
    description:
      "One row per school, target year and measure, with the six criteria, the verdict and the pupils that would change it. "
      + "For internal use: small cohorts are not suppressed.",
    key: ["time_period", "school_urn", "measure", "round_year"],
    columns: what + figures + outcomes + verdict)

  private static let what: [Column<Row>] = [
    .made(PlaceFields.time) { PlaceFields.time($0.target.targetYear) },
    .made(PlaceFields.school) { PlaceFields.school($0.school, authority: $0.authority) },
    .text("phase", "Phase", [TableField.required, TableField.oneOf(Phase.allCases.map(\.rawValue))]) {
      $0.target.phase.rawValue
    },
    .text("measure", "Measure", [TableField.required], "By its id in the list of measures.") {
      $0.target.measure.id
    },
    .text(
      "cva_quartile", "Quartile of value added",
      [TableField.required, TableField.oneOf(["1", "2", "3", "4", "not_ranked"])],
      "National quartile, 1 is the highest value added."
    ) { AmbitionText.quartileCode($0.target.nationalQuartile) },
    .text(
      "cva_quartile_similar", "Quartile of value added among similar schools",
      [TableField.oneOf(["1", "2", "3", "4"])]
    ) { $0.target.similarQuartile.map(String.init) },
    .integer("round_year", "Year in which the target was set") { $0.target.roundYear.ending },
    .text(
      "state", "Whether the target is held and due",
      [TableField.required, TableField.oneOf(TargetState.allCases.map(\.rawValue))],
      "late: none held after the last day; not_due: none held before it."
    ) { $0.target.state.rawValue },
    .text("deadline", "Last day for setting the target", [TableField.pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")]) {
      $0.target.deadline?.description
    },
    .integer("days_late", "Days after the last day that the target was set", [TableField.atLeast(1)]) {
      $0.target.daysLate
    },
    .text(
      "complete_on_time", "Whether all targets of the school were set, and in time",
      [TableField.oneOf(CriterionOutcome.allCases.map(\.rawValue))], "Beside the verdict."
    ) { $0.target.completeOnTime.rawValue },
    .text(
      "absence_target", "Whether the absence target is no higher than its lines",
      [TableField.oneOf(CriterionOutcome.allCases.map(\.rawValue))], "Beside the verdict."
    ) { $0.target.absence.rawValue },
  ]

  private static let outcomes: [Column<Row>] = AmbitionCriterion.allCases.flatMap(outcome)

  private static let figures: [Column<Row>] = [
    .integer("cohort", "Pupils in the target cohort", [TableField.atLeast(0)]) { $0.target.cohort },
    .integer("target_pupils", "Target, pupils", [TableField.atLeast(0)]) { $0.target.targetPupils },
    .number("target_percent", "Target, per cent", [], "Pupils over cohort.", decimals: 1) { $0.target.target.value },
    .number("estimate_b", "FFT type B estimate, per cent", decimals: 1) { $0.target.estimateB.value },
    .number("benchmark_percent", "Top-quartile benchmark, per cent", decimals: 2) { $0.target.benchmark?.percent },
    .text(
      "benchmark_origin", "Where the benchmark came from",
      [TableField.oneOf([BenchmarkOrigin.estimateD.rawValue, BenchmarkOrigin.ownEstimate.rawValue])],
      "fft_d: the FFT type D estimate that was supplied; own_estimate: the tool's own estimate."
    ) { $0.target.benchmark?.origin.rawValue },
    .number("distance_points", "Target minus benchmark, percentage points", decimals: 1) { $0.target.distance },
    .number("distance_pupils", "Target minus benchmark, pupils", decimals: 1) { $0.target.distanceInPupils },
    .number("latest_percent", "Latest result at the round, per cent", decimals: 1) { $0.target.latest.value },
    .integer("latest_year", "Year of that result") { $0.target.latestYear?.ending },
    .integer(
      "pupils_asked", "Fewest pupils with which the target would be ambitious", [TableField.atLeast(0)],
      "The most that any criterion with a line in pupils asks for."
    ) { $0.target.pupilsAskedInAll },
    .integer("pupils_beyond_asked", "Target less those pupils") { $0.target.pupilsBeyondAsked },
  ]

  private static func outcome(_ criterion: AmbitionCriterion) -> [Column<Row>] {
    let code = criterion.code.lowercased()
    return [
      .text(
        code, "\(criterion.code): \(criterion.title)", [TableField.oneOf(CriterionOutcome.allCases.map(\.rawValue))],
        "In the edition of the run: \(criterion.wording(.standards2009, .primary))."
      ) { $0.target.outcome(criterion).rawValue },
      .integer(
        "\(code)_pupils", "\(criterion.code), pupils that would meet it", [TableField.atLeast(0)],
        "Empty where it cannot be assessed or is not a matter of pupils."
      ) { $0.target.pupilsNeeded[criterion.rawValue - 1] },
      .integer(
        "\(code)_asks", "\(criterion.code), pupils that it asks for", [TableField.atLeast(0)],
        "Known before a target is set."
      ) { $0.target.pupilsAsked[criterion.rawValue - 1] },
    ]
  }

  private static let verdict: [Column<Row>] = [
    .text(
      "verdict", "Verdict", [TableField.oneOf(AmbitionVerdict.allCases.map(\.rawValue))],
      "Rows of the headline measure: the school's one verdict."
    ) { $0.target.isHeadline ? $0.target.verdict.rawValue : nil },
    .text("exemption_reason", "Reason of the exemption") { $0.target.exemption?.reason },
    .text("exemption_decided_by", "Who decided the exemption") { $0.target.exemption?.decidedBy },
    .text("exemption_decided_on", "When it was decided") { $0.target.exemption?.decidedOn },
    .text("source", "Input line", [], "File and line of the target.") { row in
      row.target.sources.map { AmbitionText.source($0, row.data) }.joined(separator: "; ")
    },
  ]

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let chosen = Set(content.areas.map(\.place))
    let targets = content.ambition.results.schools.filter {
      !content.isLimited || chosen.contains(.localAuthority($0.authority))
    }
    let chunk = 256
    try TableWriter.write(
      Self.rows.description, chunks: (targets.count + chunk - 1) / chunk, jobs: content.options.jobs, to: folder
    ) { index -> CSVBytes in
      var cells = CSVBytes(capacity: 1 << 16)
      for target in targets[index * chunk..<min(targets.count, (index + 1) * chunk)] {
        let row = Row(
          target: target, school: content.data.schools[target.school],
          authority: content.area(.localAuthority(target.authority))?.name ?? "", data: content.data)
        Self.rows.write(row, to: &cells)
      }
      return cells
    }
  }
}
