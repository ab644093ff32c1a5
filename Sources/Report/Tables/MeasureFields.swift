import Indicators
import Rulebook
import SchoolStatistics
import Statistics

/// The columns that say what is measured and the figures: the same in every table of indicators.
enum MeasureFields {
  static let what: [TableField] = [
    TableField("phase", "Phase", .string, [TableField.required, TableField.oneOf(Phase.allCases.map(\.rawValue))]),
    TableField("indicator_id", "Indicator id", .string, [TableField.required, TableField.pattern("[a-z0-9-]+")]),
    TableField("indicator", "Indicator", .string, [TableField.required]),
    TableField(
      "pupil_group", "Pupil group", .string,
      [TableField.required, TableField.oneOf(PupilGroup.allCases.map(\.rawValue))]),
    TableField(
      "unit", "Unit", .string,
      [TableField.required, TableField.oneOf(["percent", "percentage_points", "schools", "points"])]),
  ]

  static let figures: [TableField] = [
    TableField("numerator", "Numerator", .integer, [], "Whole pupils or schools."),
    TableField("denominator", "Denominator", .integer, [TableField.atLeast(0)], "Whole pupils or schools."),
    TableField(
      "value", "Value", .number, [],
      "Rounded half away from zero to the indicator's decimals; empty where it is missing."),
    TableField(
      "status", "Status", .string, [TableField.oneOf(["c", "x", "z", "low", "u"])],
      "Why there is no value: c confidential, x not available, z not applicable, u low reliability; low: more than zero but rounds to zero."
    ),
    TableField("ci_lower", "Lower limit of the 95% interval", .number),
    TableField("ci_upper", "Upper limit of the 95% interval", .number),
    TableField("national_value", "England", .number),
    TableField(
      "difference_from_national", "Difference from England", .number, [],
      "From unrounded values, so it may differ by one unit of the last decimal from the rounded ones."),
    TableField(
      "significance", "Significance against England", .string,
      [
        TableField.oneOf([
          Significance.above.rawValue, Significance.below.rawValue, Significance.notSignificant.rawValue,
        ])
      ],
      "At 95%; above is higher, not better; empty where it was not tested."),
  ]

  private static let significances = TableField.oneOf([
    Significance.above.rawValue, Significance.below.rawValue, Significance.notSignificant.rawValue,
  ])

  static let changes: [TableField] = [
    TableField("change_1_year", "Change over one year", .number, [], "Empty across a break or a gap."),
    TableField("change_3_year", "Change over three years", .number, [], "Empty across a break or a gap."),
  ]

  static let closing: [TableField] = [
    TableField(
      "coverage", "Coverage", .number, [TableField.atLeast(0)],
      "Pupils (or, where pupils are not known, schools) that the figure rests on, per cent of those expected."),
    TableField("note", "Note", .string),
    TableField(
      "significance_among_many", "Significance against England among many", .string, [significances],
      "What a false-discovery rate of 5% leaves of it: among all authorities on the indicator, or all indicators of a school in a year."
    ),
    TableField(
      "change_1_significance", "Significance of the change over one year", .string, [significances],
      "At 95%, of two samples; empty where it was not tested."),
    TableField(
      "change_3_significance", "Significance of the change over three years", .string, [significances],
      "At 95%, of two samples; empty where it was not tested."),
  ]

  /// `phase, indicator_id, indicator`, made once for each indicator.
  static func what(_ indicator: Indicator) -> [UInt8] {
    CSVBytes.fields {
      $0.text(indicator.phase.rawValue)
      $0.text(indicator.id)
      $0.text(indicator.title)
    }
  }

  static func figures(_ value: IndicatorValue, _ kind: RowPrefixes.Kind, to row: inout CSVBytes) {
    let decimals = kind.decimals
    row.text(value.group.rawValue)
    row.fields(kind.unitField)
    row.count(value.numerator)
    row.count(value.denominator)
    row.decimal(value.value, decimals: decimals)
    row.text(status(value.value, kind))
    row.decimal(value.interval?.lower, decimals: decimals)
    row.decimal(value.interval?.upper, decimals: decimals)
    row.decimal(value.national, decimals: decimals)
    row.decimal(value.difference, decimals: decimals)
    row.text(value.significance.rawValue)
  }

  static func changes(_ value: IndicatorValue, decimals: Int, to row: inout CSVBytes) {
    row.decimal(value.change1.value, decimals: decimals)
    row.decimal(value.change3.value, decimals: decimals)
  }

  static func closing(_ value: IndicatorValue, _ note: String, to row: inout CSVBytes) {
    if let share = value.coverage?.percent { row.decimal(share, decimals: 1) } else { row.empty() }
    row.text(note)
    row.text(value.significanceAmongMany.rawValue)
    row.text(value.change1.significance.rawValue)
    row.text(value.change3.significance.rawValue)
  }

  private static func status(_ figure: Figure, _ kind: RowPrefixes.Kind) -> String {
    switch figure {
    case .missing(let reason): reason.symbol
    case .value(let exact):
      kind.unit == .percent && exact.numerator > 0 && exact.roundedUnits(decimals: kind.decimals) == 0 ? "low" : ""
    }
  }
}
