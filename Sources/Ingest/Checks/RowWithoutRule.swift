import SchoolStatistics

extension Check {
  /// No rule of the layout says what a row is about; named once for each file.
  static let rowWithoutRule = Check(
    id: "row-without-rule", title: "Row of no known kind",
    description: "No rule of the layout says what a row is about; named once for each file.",
    severity: .warning,
    template:
      "{rows} no rule of layout '{layout}', which goes by {columns}; correct the cells or add a rule to the layout",
    action: "row left out")
}
