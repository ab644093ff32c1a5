import SchoolStatistics

/// A published figure as it is read, before its place is looked up.
struct AreaFigure: Sendable {
  var kind: RowRule.Kind
  /// The code of an authority; 0 where the row gives none.
  var authority: Int16
  /// The name or code of a region or authority, an index among the state's area names; nil where there is none.
  var name: UInt32?
  /// The place that the layout fixes, an index among the area names.
  var year: Int16
  var isHistory: Bool
  /// What the row itself says of its edition.
  var edition: Edition = .unstated
  var measure: Measure
  var group: PupilGroup
  /// An index among the state's variants.
  var variant: UInt32
  var basis: Basis
  var numerator: Figure
  var denominator: Figure
  var value: Figure
  var decimals: UInt8
  /// The column that the value came from: its place among the columns of the table's plan, and the plan.
  var column: Int16
  var table: Int16
  var line: UInt32
  /// Whether the value is a percentage, by its column or its measure.
  var isPercentage = false
  /// The slots that the value, the count and its whole came from; -1 where there is none.
  var slots: (value: Int16, numerator: Int16, denominator: Int16) = (-1, -1, -1)
}

/// What a results file says about a school itself.
struct Sighting: Sendable {
  var authority: Int16
  var establishment: Int32
  var name: String
  var type: String
  var kind: SchoolKind?
  var line: UInt32
}
