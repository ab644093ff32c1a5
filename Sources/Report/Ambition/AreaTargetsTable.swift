import Indicators
import Rulebook
import SchoolStatistics
import TargetAmbition

/// `tables/target-ambition-areas.csv`: the targets of England, regions and authorities, by quartile of value added.
struct AreaTargetsTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .targetAmbition

  struct Row {
    let found: AreaAmbition
    let schools: QuartileRow
    let area: Area
    /// Nil where the row is about all schools.
    let quartile: String?

    /// What is known of all schools together alone.
    var all: AreaAmbition? { quartile == nil ? found : nil }
    var ambitious: AmbitionShare? { all?.share(.allCriteria, .standards2009) }
    var guidance: AmbitionShare? { all?.share(.guidanceOnly, .standards2009) }
  }

  static let rows = ColumnTable<Row>(
    name: "target-ambition-areas", title: "Ambition of targets by area",
    description:
      "One row per area (England, regions, local authorities), phase, target year and quartile of value added, and one for all its schools.",
    key: ["time_period", "geographic_level", "region_code", "old_la_code", "phase", "cva_quartile"],
    columns: what + figures + criteria + shares + pace)

  private static let what: [Column<Row>] = [
    .made(PlaceFields.time) { PlaceFields.time($0.found.targetYear) },
    .made(PlaceFields.place) { PlaceFields.place($0.area) },
    .text("phase", "Phase", [TableField.required, TableField.oneOf(Phase.allCases.map(\.rawValue))]) {
      $0.found.phase.rawValue
    },
    .text("measure", "Measure", [TableField.required], "By its id in the list of measures.") { $0.found.measure.id },
    .text(
      "cva_quartile", "Quartile of value added",
      [TableField.required, TableField.oneOf(["Total", "1", "2", "3", "4", "not_ranked"])],
      "National quartile of the schools counted, 1 is the highest value added."
    ) { $0.quartile ?? "Total" },
    .text(
      "deadline", "Last day for setting the targets", [TableField.pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")], onlyAll
    ) { $0.all?.round.deadline.description },
  ]

  private static let criteria: [Column<Row>] = AmbitionCriterion.allCases.flatMap(counts)

  private static let onlyAll = "Rows for all schools."

  private static let figures: [Column<Row>] = [
    .integer("cohort", "Pupils in the target cohorts", [TableField.atLeast(0)], onlyAll) { $0.all?.aggregated.cohort },
    .integer("target_pupils", "Target, pupils", [TableField.atLeast(0)], onlyAll) { $0.all?.aggregated.targetPupils },
    .number("target_percent", "Target, per cent", [], "Pooled pupils. " + onlyAll, decimals: 1) {
      $0.all?.aggregated.percent.value
    },
    .number(
      "distance_points", "Target minus benchmark, percentage points", [], "The median of schools.", decimals: 1
    ) { $0.schools.medianDistance.value },
    .number("distance_pupils", "Target minus benchmark, pupils", [], "The median of schools.", decimals: 1) {
      $0.schools.medianDistanceInPupils.value
    },
  ]

  private static func counts(_ criterion: AmbitionCriterion) -> [Column<Row>] {
    let code = criterion.code.lowercased()
    let index = criterion.rawValue - 1
    return [
      .integer(
        "\(code)_met", "\(criterion.code), schools that met", [TableField.atLeast(0)],
        criterion.wording(.standards2009, .primary)
      ) {
        $0.schools.metByCriterion[index]
      },
      .integer("\(code)_assessed", "\(criterion.code), schools assessed", [TableField.atLeast(0)]) {
        $0.schools.assessedByCriterion[index]
      },
    ]
  }

  private static let bands = TableField.oneOf(AmbitionBand.allCases.map(\.code))

  private static let shares: [Column<Row>] = [
    .integer("schools_returned", "Schools whose target is held", [TableField.atLeast(0)], onlyAll) {
      $0.all?.round.held
    },
    .integer("schools_returned_late", "Of these set late", [TableField.atLeast(0)], onlyAll) {
      $0.all?.round.returnedLate
    },
    .integer("schools_late", "Schools without a target after the last day", [TableField.atLeast(0)], onlyAll) {
      $0.all?.round.late
    },
    .integer("schools_not_due", "Schools without a target before the last day", [TableField.atLeast(0)], onlyAll) {
      $0.all?.round.notDue
    },
    .integer("schools_assessed", "Schools assessed", [TableField.atLeast(0)]) { $0.schools.assessed },
    .integer("schools_met", "Schools ambitious on all criteria", [TableField.atLeast(0)], "With exemptions.") {
      $0.schools.met
    },
    .integer("schools_exempt", "Of these by exemption", [TableField.atLeast(0)], onlyAll) {
      $0.ambitious?.metByExemption
    },
    .integer("schools_not_assessable", "Schools not assessable", [TableField.atLeast(0)]) {
      $0.schools.notAssessable
    },
    .number("percent_met", "Share ambitious on all criteria", decimals: 1) { $0.schools.percent },
    .number("percent_met_without_exemptions", "The same without exemptions", [], onlyAll, decimals: 1) {
      $0.ambitious?.percentWithoutExemptions
    },
    .number("percent_met_best_case", "The same if all not assessable met", [], onlyAll, decimals: 1) {
      $0.ambitious?.bestCase
    },
    .number("percent_met_worst_case", "The same if none of them met", [], onlyAll, decimals: 1) {
      $0.ambitious?.worstCase
    },
    .number("percent_in_line_with_guidance", "Share that meets criterion 1", decimals: 1) { row in
      let (met, assessed) = (row.schools.metByCriterion[0], row.schools.assessedByCriterion[0])
      return row.quartile == nil ? row.guidance?.percent : assessed > 0 ? .percent(met, of: assessed) : nil
    },
    .number(
      "percent_met_criteria_1_2_6", "Share that meets criteria 1, 2 and 6", [],
      "Of schools that could be assessed on any of them.", decimals: 1
    ) { row in
      let (met, assessed) = (row.schools.metTogether, row.schools.assessedTogether)
      return assessed > 0 ? .percent(met, of: assessed) : nil
    },
    .text("band_2007", "Band of 2007, all criteria", [bands], onlyAll) {
      $0.all?.share(.allCriteria, .framework2007)?.band?.code
    },
    .text("band_2009", "Band of 2009, criterion 1", [bands], onlyAll) { $0.guidance?.band?.code },
    .text("band_2009_all_criteria", "Band of 2009, all criteria", [bands], onlyAll) { $0.ambitious?.band?.code },
    .integer(
      "schools_to_next_band", "Schools to the next band, all criteria, 2009", [TableField.atLeast(1)], onlyAll
    ) { $0.ambitious?.schoolsToNextBand },
  ]

  private static let pace: [Column<Row>] = [
    .number("target_coverage", "Pupils in targets, per cent of all cohorts", [], onlyAll, decimals: 1) {
      $0.all?.aggregated.coverage
    },
    .number("target_lowest", "Aggregated target if missing ones were nought", [], onlyAll, decimals: 1) {
      $0.all?.aggregated.lowest.value
    },
    .number("target_highest", "Aggregated target if missing ones were at the benchmark", [], onlyAll, decimals: 1) {
      $0.all?.aggregated.highest.value
    },
    .number("national_target", "National target for the year", [], onlyAll, decimals: 1) {
      $0.all?.aggregated.nationalTarget.value
    },
    .number(
      "required_points_a_year", "Rise needed for the aggregated target, points a year", [], onlyAll, decimals: 1
    ) { $0.all?.requiredForOwnTarget?.perYear },
    .text(
      "is_unprecedented", "Whether that rise is unprecedented", [TableField.oneOf(["0", "1"])], onlyAll
    ) { ($0.all?.requiredForOwnTarget).map { $0.isUnprecedented ? "1" : "0" } },
  ]

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let rows = content.areas.flatMap { area in
      content.ambition.areas(area.place).flatMap { found in
        [Row(found: found, schools: found.total, area: area, quartile: nil)]
          + (found.quartiles[.national] ?? []).map {
            Row(found: found, schools: $0, area: area, quartile: AmbitionText.quartileCode($0.quartile))
          }
      }
    }
    try folder.write(Self.rows.bytes(rows), to: Self.rows.description.path)
  }
}
