import Indicators
import Rulebook
import SchoolStatistics
import Statistics

/// A row of a table of indicators: a figure, with the fields of its year, place and indicator, which many rows share.
struct MeasuredRow {
  let value: IndicatorValue
  let kind: RowPrefixes.Kind
  let year: [UInt8]
  let place: [UInt8]
}

extension Column<MeasuredRow> {
  /// A figure with the decimals of its indicator.
  static func figure(
    _ name: String, _ title: String, _ description: String = "",
    _ value: @escaping @Sendable (IndicatorValue) -> Rational?
  ) -> Column {
    number(name, title, [], description, of: { $0.kind.decimals }) { value($0.value) }
  }

  /// A bound of an interval.
  static func bound(_ name: String, _ title: String, _ value: @escaping @Sendable (ConfidenceInterval) -> Double)
    -> Column
  {
    Column([TableField(name, title, .number)]) { row, cells in
      cells.decimal(row.value.interval.map(value), decimals: row.kind.decimals)
    }
  }
}

/// The columns that say what is measured and the figures: the same in every table of indicators.
enum MeasureColumns {
  static let time = Column<MeasuredRow>.made(PlaceFields.time, \.year)

  static let what: [Column<MeasuredRow>] = [
    .made(MeasureFields.what, \.kind.fields),
    .text(
      "pupil_group", "Pupil group", [TableField.required, TableField.oneOf(PupilGroup.allCases.map(\.rawValue))]
    ) { $0.value.group.rawValue },
    .made(
      [
        TableField(
          "unit", "Unit", .string,
          [TableField.required, TableField.oneOf(["percent", "percentage_points", "schools", "points"])])
      ], \.kind.unitField),
  ]

  static let figures: [Column<MeasuredRow>] = [
    .integer("numerator", "Numerator", [], "Whole pupils or schools.") { $0.value.numerator.count },
    .integer("denominator", "Denominator", [TableField.atLeast(0)], "Whole pupils or schools.") {
      $0.value.denominator.count
    },
    .figure(
      "value", "Value", "Rounded half away from zero to the indicator's decimals; empty where it is missing."
    ) { $0.value.value },
    .text(
      "status", "Status", [TableField.oneOf(["c", "x", "z", "low", "u"])],
      "Why there is no value: c confidential, x not available, z not applicable, u low reliability; low: more than zero but rounds to zero."
    ) { status($0.value.value, $0.kind) },
    .bound("ci_lower", "Lower limit of the 95% interval") { $0.lower },
    .bound("ci_upper", "Upper limit of the 95% interval") { $0.upper },
    .figure("national_value", "England") { $0.national.value },
    .figure(
      "difference_from_national", "Difference from England",
      "From unrounded values, so it may differ by one unit of the last decimal from the rounded ones."
    ) { $0.difference.value },
    .text(
      "significance", "Significance against England", [significances],
      "At 95%; above is higher, not better; empty where it was not tested."
    ) { $0.value.significance.rawValue },
  ]

  static let changes: [Column<MeasuredRow>] = [
    .figure("change_1_year", "Change over one year", "Empty across a break or a gap.") { $0.change1.value.value },
    .figure("change_3_year", "Change over three years", "Empty across a break or a gap.") { $0.change3.value.value },
  ]

  /// What stands behind the columns that there have been from the first: readers by position go on reading.
  static let closing: [Column<MeasuredRow>] = [
    .text(
      "significance_among_many", "Significance against England among many", [significances],
      "What a false-discovery rate of 5% leaves of it: among all authorities on the indicator, or all indicators of a school in a year."
    ) { $0.value.significanceAmongMany.rawValue },
    .text(
      "change_1_significance", "Significance of the change over one year", [significances],
      "At 95%, of two samples; empty where it was not tested."
    ) { $0.value.change1.significance.rawValue },
    .text(
      "change_3_significance", "Significance of the change over three years", [significances],
      "At 95%, of two samples; empty where it was not tested."
    ) { $0.value.change3.significance.rawValue },
  ]

  private static let significances = TableField.oneOf([
    Significance.above.rawValue, Significance.below.rawValue, Significance.notSignificant.rawValue,
  ])

  static let coverage = Column<MeasuredRow>.number(
    "coverage", "Coverage", [TableField.atLeast(0)],
    "Pupils (or, where pupils are not known, schools) that the figure rests on, per cent of those expected.",
    decimals: 1
  ) { $0.value.coverage?.percent }

  static func note(_ words: @escaping @Sendable (MeasuredRow) -> String) -> Column<MeasuredRow> {
    .text("note", "Note", [], "", words)
  }

  private static func status(_ figure: Figure, _ kind: RowPrefixes.Kind) -> String {
    switch figure {
    case .missing(let reason): reason.symbol
    case .value(let exact):
      kind.unit == .percent && exact.numerator > 0 && exact.roundedUnits(decimals: kind.decimals) == 0 ? "low" : ""
    }
  }
}
