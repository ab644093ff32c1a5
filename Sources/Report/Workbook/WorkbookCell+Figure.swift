import SchoolStatistics

extension WorkbookCell {
  /// The shorthand of the Government Statistical Service in brackets, as spreadsheets carry it: `[c]`, `[x]`, `[z]`,
  /// `[low]`, `[u]`. Tables of the open-data standard have the same symbols without brackets.
  static func missing(_ reason: MissingReason) -> WorkbookCell { .text("[\(reason.symbol)]") }

  /// A value rounded half away from zero, or the shorthand for why there is none.
  static func figure(_ figure: Figure, decimals: Int) -> WorkbookCell {
    switch figure {
    case .value(let value): .number(units: value.roundedUnits(decimals: decimals), decimals: decimals)
    case .missing(let reason): .missing(reason)
    }
  }

  /// A share that is more than zero and prints as zero is `[low]`.
  static func share(_ figure: Figure, decimals: Int) -> WorkbookCell {
    if let value = figure.value, value.numerator > 0, value.roundedUnits(decimals: decimals) == 0 {
      return .text("[low]")
    }
    return .figure(figure, decimals: decimals)
  }

  /// A whole number, or `[z]` where there is nothing to count.
  static func optional(_ n: Int?) -> WorkbookCell { n.map { .count($0) } ?? .missing(.notApplicable) }

  /// Words, or `[z]` where there are none: no cell of a table is left empty.
  static func words(_ text: String) -> WorkbookCell { text.isEmpty ? .missing(.notApplicable) : .text(text) }
}
