import Rulebook
import SchoolStatistics

/// The fields that name an indicator.
enum MeasureFields {
  static let what: [TableField] = [
    TableField("phase", "Phase", .string, [TableField.required, TableField.oneOf(Phase.allCases.map(\.rawValue))]),
    TableField("indicator_id", "Indicator id", .string, [TableField.required, TableField.pattern("[a-z0-9-]+")]),
    TableField("indicator", "Indicator", .string, [TableField.required]),
  ]

  /// `phase, indicator_id, indicator`, made once for each indicator.
  static func what(_ indicator: Indicator) -> [UInt8] {
    CSVBytes.fields {
      $0.text(indicator.phase.rawValue)
      $0.text(indicator.id)
      $0.text(indicator.title)
    }
  }
}
