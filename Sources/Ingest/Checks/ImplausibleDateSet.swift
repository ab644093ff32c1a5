import SchoolStatistics

extension Check {
  /// A target was set on a day that cannot be: after its own summer, or long before.
  static let implausibleDateSet = Check(
    id: "implausible-date-set", title: "Target set on a day that cannot be",
    description: "A target was set after the summer it is for, or more than five school years before.",
    severity: .error,
    template: "target for {year} set on {value}",
    action: "the date not used")
}

extension CheckedTable {
  /// Targets set on days that do not fit their years.
  func implausibleDatesSet() -> [Finding] {
    guard table.name == "targets", table.texts["date_set"] != nil else { return [] }
    return (0..<table.count).compactMap { row in
      let text = table.text("date_set", row)
      guard let date = CalendarDate(reading: text),
        !TargetPlausibility.isDateSet(date, forTargetYear: Int(table.years[row]))
      else { return nil }
      return Check.implausibleDateSet.finding(
        ["year": "\(table.years[row])"], file: path, line: Int(table.lines[row]), column: "date_set", value: text)
    }
  }
}
