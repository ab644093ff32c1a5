import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// The columns of `target-ambition` and how its rows fill them.
enum TargetAmbitionFields {
  static let what: [TableField] = [
    TableField("school_urn", "URN", .string, [TableField.pattern("[0-9]+")], "Empty in area rows."),
    TableField("school_name", "School", .string, [], "Empty in area rows."),
    TableField("phase", "Phase", .string, [TableField.required, TableField.oneOf(Phase.allCases.map(\.rawValue))]),
    TableField("measure", "Measure", .string, [TableField.required], "By its id in the list of measures."),
    TableField(
      "cva_quartile", "Quartile of value added", .string,
      [TableField.required, TableField.oneOf(["Total", "1", "2", "3", "4", "not_ranked"])],
      "National quartile, 1 is the highest value added. School rows: the school's own; area rows: the schools counted."),
    TableField(
      "cva_quartile_similar", "Quartile of value added among similar schools", .string,
      [TableField.oneOf(["1", "2", "3", "4"])], "School rows only."),
    TableField("round_year", "Year in which the target was set", .integer, [], "School rows only."),
    TableField(
      "state", "Whether the target is held and due", .string,
      [TableField.oneOf(TargetState.allCases.map(\.rawValue))],
      "School rows. late: none held after the last day; not_due: none held before it."),
    TableField(
      "deadline", "Last day for setting the target", .string, [TableField.pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")]),
    TableField("days_late", "Days after the last day that the target was set", .integer, [TableField.atLeast(1)]),
    TableField(
      "complete_on_time", "Whether all targets of the school were set, and in time", .string,
      [TableField.oneOf(CriterionOutcome.allCases.map(\.rawValue))], "School rows; beside the verdict."),
    TableField(
      "absence_target", "Whether the absence target is no higher than its lines", .string,
      [TableField.oneOf(CriterionOutcome.allCases.map(\.rawValue))], "School rows; beside the verdict."),
  ]

  static let target: [TableField] = [
    TableField(
      "cohort", "Pupils in the target cohort", .integer, [TableField.atLeast(0)], "Area rows: of schools with a target."
    ),
    TableField("target_pupils", "Target, pupils", .integer, [TableField.atLeast(0)]),
    TableField("target_percent", "Target, per cent", .number, [], "Pupils over cohort; areas are pooled."),
    TableField("estimate_b", "FFT type B estimate, per cent", .number),
    TableField("benchmark_percent", "Top-quartile benchmark, per cent", .number),
    TableField(
      "benchmark_origin", "Where the benchmark came from", .string,
      [TableField.oneOf([BenchmarkOrigin.estimateD.rawValue, BenchmarkOrigin.ownEstimate.rawValue])],
      "fft_d: the FFT type D estimate that was supplied; own_estimate: the tool's own estimate."),
    TableField(
      "distance_points", "Target minus benchmark, percentage points", .number, [], "Area rows: the median of schools."),
    TableField("distance_pupils", "Target minus benchmark, pupils", .number, [], "Area rows: the median of schools."),
    TableField("latest_percent", "Latest result at the round, per cent", .number, [], "School rows only."),
    TableField("latest_year", "Year of that result", .integer, [], "School rows only."),
    TableField(
      "pupils_asked", "Fewest pupils with which the target would be ambitious", .integer, [TableField.atLeast(0)],
      "School rows: the most that any criterion with a line in pupils asks for."),
    TableField("pupils_beyond_asked", "Target less those pupils", .integer, [], "School rows."),
  ]

  static let criteria: [TableField] = AmbitionCriterion.allCases.flatMap { criterion -> [TableField] in
    let code = criterion.code.lowercased()
    return [
      TableField(
        code, "\(criterion.code): \(criterion.title)", .string,
        [TableField.oneOf(CriterionOutcome.allCases.map(\.rawValue))],
        "School rows, in the edition of the run: \(criterion.wording(.standards2009, .primary))."),
      TableField(
        "\(code)_pupils", "\(criterion.code), pupils that would meet it", .integer, [TableField.atLeast(0)],
        "School rows; empty where it cannot be assessed or is not a matter of pupils."),
      TableField(
        "\(code)_asks", "\(criterion.code), pupils that it asks for", .integer, [TableField.atLeast(0)],
        "School rows; known before a target is set."),
      TableField("\(code)_met", "\(criterion.code), schools that met", .integer, [TableField.atLeast(0)], "Area rows."),
      TableField(
        "\(code)_assessed", "\(criterion.code), schools assessed", .integer, [TableField.atLeast(0)], "Area rows."),
    ]
  }

  static let verdict: [TableField] = [
    TableField(
      "verdict", "Verdict", .string, [TableField.oneOf(AmbitionVerdict.allCases.map(\.rawValue))],
      "School rows of the headline measure: the school's one verdict."),
    TableField("exemption_reason", "Reason of the exemption"),
    TableField("exemption_decided_by", "Who decided the exemption"),
    TableField("exemption_decided_on", "When it was decided"),
    TableField("source", "Input line", .string, [], "File and line of the target."),
  ]

  static let area: [TableField] = [
    TableField("schools_returned", "Schools whose target is held", .integer, [TableField.atLeast(0)]),
    TableField("schools_returned_late", "Of these set late", .integer, [TableField.atLeast(0)]),
    TableField("schools_late", "Schools without a target after the last day", .integer, [TableField.atLeast(0)]),
    TableField("schools_not_due", "Schools without a target before the last day", .integer, [TableField.atLeast(0)]),
    TableField("schools_assessed", "Schools assessed", .integer, [TableField.atLeast(0)]),
    TableField(
      "schools_met", "Schools ambitious on all criteria", .integer, [TableField.atLeast(0)], "With exemptions."),
    TableField("schools_exempt", "Of these by exemption", .integer, [TableField.atLeast(0)], "Rows for all schools."),
    TableField("schools_not_assessable", "Schools not assessable", .integer, [TableField.atLeast(0)]),
    TableField("percent_met", "Share ambitious on all criteria", .number),
    TableField("percent_met_without_exemptions", "The same without exemptions", .number),
    TableField("percent_met_best_case", "The same if all not assessable met", .number),
    TableField("percent_met_worst_case", "The same if none of them met", .number),
    TableField("percent_in_line_with_guidance", "Share that meets criterion 1", .number),
    TableField(
      "percent_met_criteria_1_2_6", "Share that meets criteria 1, 2 and 6", .number, [],
      "Of schools that could be assessed on any of them."),
    TableField(
      "band_2007", "Band of 2007, all criteria", .string, [TableField.oneOf(AmbitionBand.allCases.map(\.code))]),
    TableField(
      "band_2009", "Band of 2009, criterion 1", .string, [TableField.oneOf(AmbitionBand.allCases.map(\.code))]),
    TableField(
      "band_2009_all_criteria", "Band of 2009, all criteria", .string,
      [TableField.oneOf(AmbitionBand.allCases.map(\.code))]),
    TableField(
      "schools_to_next_band", "Schools to the next band, all criteria, 2009", .integer, [TableField.atLeast(1)]),
    TableField("target_coverage", "Pupils in targets, per cent of all cohorts", .number),
    TableField("target_lowest", "Aggregated target if missing ones were nought", .number),
    TableField("target_highest", "Aggregated target if missing ones were at the benchmark", .number),
    TableField("national_target", "National target for the year", .number),
    TableField("required_points_a_year", "Rise needed for the aggregated target, points a year", .number),
    TableField("is_unprecedented", "Whether that rise is unprecedented", .string, [TableField.oneOf(["0", "1"])]),
  ]

  static func write(_ school: SchoolAmbition, _ content: ReportContent, to rows: inout CSVBytes) {
    let known = content.data.schools[school.school]
    rows.fields(PlaceFields.time(school.targetYear))
    place(of: known, content.area(.localAuthority(school.authority)), to: &rows)
    rows.text(known.urn.description)
    rows.text(known.name)
    rows.text(school.phase.rawValue)
    rows.text(school.measure.id)
    rows.text(school.nationalQuartile.map(String.init) ?? "not_ranked")
    rows.text(school.similarQuartile.map(String.init) ?? "")
    rows.integer(school.roundYear.ending)
    rows.text(school.state.rawValue)
    rows.text(school.deadline?.description ?? "")
    rows.optional(school.daysLate)
    rows.text(school.completeOnTime.rawValue)
    rows.text(school.absence.rawValue)
    rows.optional(school.cohort)
    rows.optional(school.targetPupils)
    rows.decimal(school.target, decimals: 1)
    rows.decimal(school.estimateB, decimals: 1)
    rows.optional(school.benchmark?.percent, decimals: 2)
    rows.text(school.benchmark?.origin.rawValue ?? "")
    rows.optional(school.distance, decimals: 1)
    rows.optional(school.distanceInPupils, decimals: 1)
    rows.decimal(school.latest, decimals: 1)
    rows.optional(school.latestYear?.ending)
    rows.optional(school.pupilsAskedInAll)
    rows.optional(school.pupilsBeyondAsked)
    for criterion in AmbitionCriterion.allCases {
      rows.text(school.outcome(criterion).rawValue)
      rows.optional(school.pupilsNeeded[criterion.rawValue - 1])
      rows.optional(school.pupilsAsked[criterion.rawValue - 1])
      rows.empty()
      rows.empty()
    }
    rows.text(school.isHeadline ? school.verdict.rawValue : "")
    rows.text(school.exemption?.reason ?? "")
    rows.text(school.exemption?.decidedBy ?? "")
    rows.text(school.exemption?.decidedOn ?? "")
    rows.text(school.sources.map { AmbitionText.source($0, content.data) }.joined(separator: "; "))
    for _ in area { rows.empty() }
    rows.endRow()
  }

  /// The columns of `PlaceFields.place` for a school: its authority's, where the results know it.
  private static func place(of school: School, _ authority: Area?, to rows: inout CSVBytes) {
    rows.text(GeographicLevel.school.rawValue)
    rows.text("E92000001")
    rows.text("England")
    rows.text(authority?.regionCode ?? "")
    rows.text(authority?.regionName ?? "")
    rows.text(school.authority.description)
    rows.text(authority?.onsCode ?? "")
    rows.text(authority?.name ?? "")
  }

  static func write(_ found: AreaAmbition, _ place: Area, to rows: inout CSVBytes) {
    write(found, found.total, "Total", isTotal: true, place, to: &rows)
    for row in found.quartiles[.national] ?? [] {
      write(found, row, row.quartile.map(String.init) ?? "not_ranked", isTotal: false, place, to: &rows)
    }
  }

  private static func write(
    _ found: AreaAmbition, _ row: QuartileRow, _ quartile: String, isTotal: Bool, _ place: Area, to rows: inout CSVBytes
  ) {
    rows.fields(PlaceFields.time(found.targetYear))
    rows.fields(PlaceFields.place(place))
    for _ in 0..<2 { rows.empty() }
    rows.text(found.phase.rawValue)
    rows.text(found.measure.id)
    rows.text(quartile)
    for _ in 0..<3 { rows.empty() }
    rows.text(isTotal ? found.round.deadline.description : "")
    for _ in 0..<3 { rows.empty() }
    rows.optional(isTotal ? found.aggregated.cohort : nil)
    rows.optional(isTotal ? found.aggregated.targetPupils : nil)
    rows.decimal(isTotal ? found.aggregated.percent : .missing(.notApplicable), decimals: 1)
    for _ in 0..<3 { rows.empty() }
    rows.decimal(row.medianDistance, decimals: 1)
    rows.decimal(row.medianDistanceInPupils, decimals: 1)
    for _ in 0..<4 { rows.empty() }
    for index in 0..<6 {
      for _ in 0..<3 { rows.empty() }
      rows.integer(row.metByCriterion[index])
      rows.integer(row.assessedByCriterion[index])
    }
    for _ in verdict { rows.empty() }
    rows.optional(isTotal ? found.round.held : nil)
    rows.optional(isTotal ? found.round.returnedLate : nil)
    rows.optional(isTotal ? found.round.late : nil)
    rows.optional(isTotal ? found.round.notDue : nil)
    rows.integer(row.assessed)
    rows.integer(row.met)
    let all = isTotal ? found.share(.allCriteria, .standards2009) : nil
    rows.optional(all?.metByExemption)
    rows.integer(row.notAssessable)
    rows.optional(row.percent, decimals: 1)
    rows.optional(all?.percentWithoutExemptions, decimals: 1)
    rows.optional(all?.bestCase, decimals: 1)
    rows.optional(all?.worstCase, decimals: 1)
    let guidance = isTotal ? found.share(.guidanceOnly, .standards2009) : nil
    rows.optional(
      isTotal
        ? guidance?.percent
        : row.assessedByCriterion[0] > 0 ? .percent(row.metByCriterion[0], of: row.assessedByCriterion[0]) : nil,
      decimals: 1)
    rows.optional(
      row.assessedTogether > 0 ? .percent(row.metTogether, of: row.assessedTogether) : nil, decimals: 1)
    rows.text(isTotal ? found.share(.allCriteria, .framework2007)?.band?.code ?? "" : "")
    rows.text(guidance?.band?.code ?? "")
    rows.text(all?.band?.code ?? "")
    rows.optional(all?.schoolsToNextBand)
    rows.optional(isTotal ? found.aggregated.coverage : nil, decimals: 1)
    let none = Figure.missing(.notApplicable)
    rows.decimal(isTotal ? found.aggregated.lowest : none, decimals: 1)
    rows.decimal(isTotal ? found.aggregated.highest : none, decimals: 1)
    rows.decimal(isTotal ? found.aggregated.nationalTarget : none, decimals: 1)
    let rate = isTotal ? found.requiredForOwnTarget : nil
    rows.optional(rate?.perYear, decimals: 1)
    rows.text(rate.map { $0.isUnprecedented ? "1" : "0" } ?? "")
    rows.endRow()
  }
}

extension CSVBytes {
  fileprivate mutating func optional(_ n: Int?) { if let n { integer(n) } else { empty() } }
  fileprivate mutating func optional(_ value: Rational?, decimals: Int) {
    if let value { decimal(value, decimals: decimals) } else { empty() }
  }
}
