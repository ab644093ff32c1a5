import Indicators
import SelfEvaluation
import TargetAmbition

/// `tables/dashboard.csv`: what each authority judges of its own work, strand by strand and phase by phase.
struct DashboardTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .dashboard

  static let rows = ColumnTable<DashboardCell>(
    name: "dashboard", title: "Self-evaluation of authorities by strand",
    description:
      "One row per authority, phase and strand of the quality standards: the rating that a person gave, and the best that data allow.",
    key: ["time_period", "old_la_code", "phase", "strand"],
    columns: [
      .made(PlaceFields.time) { PlaceFields.time($0.year) },
      .made(PlaceFields.place) { PlaceFields.place($0.area) },
      .text(
        "phase", "Phase", [TableField.required, TableField.oneOf(EvaluatedPhase.allCases.map(\.rawValue))]
      ) { $0.phase.rawValue },
      .text("strand", "Strand", [TableField.required], "As the quality standards of 2009 number them.") {
        $0.strand.id
      },
      .text("strand_title", "Title of the strand") { $0.strand.title },
      .text(
        "rating", "Rating", [TableField.required, TableField.oneOf(bands + ["not_applicable", "not_stated"])],
        "Given by a person; OS is outstanding, G good, NI requires some and SI significant improvement."
      ) { $0.rating.code },
      .text("author", "Who judged") { $0.judgement?.author ?? "" },
      .text("evidence", "Evidence as stated") { $0.evidence },
      .text("data_ceiling", "The best rating that data allow", [TableField.oneOf(bands)], "Never a rating.") {
        $0.ceiling?.band.code
      },
      .text("data_ceiling_from", "What the ceiling rests on") { $0.ceiling?.words },
      .text("above_ceiling", "Whether the rating is above it", [TableField.oneOf(["yes", "no"])]) {
        $0.ceiling == nil || $0.rating.rating == nil ? nil : $0.isAboveCeiling ? "yes" : "no"
      },
    ])

  private static let bands = AmbitionBand.allCases.map(\.code)

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let cells = content.authorities.compactMap { DashboardContent($0, content) }.flatMap(\.cells)
    try folder.write(Self.rows.bytes(cells), to: Self.rows.description.path)
  }
}

extension StrandRating {
  /// `OS`, `not_applicable`
  var code: String {
    switch self {
    case .rated(let band): band.code
    case .notApplicable: "not_applicable"
    case .notStated: "not_stated"
    }
  }
}
