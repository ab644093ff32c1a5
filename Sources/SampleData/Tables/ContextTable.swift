extension TableLayout {
  static let context = TableLayout(
    "context",
    [
      .whole("year"), .whole("urn"), .whole("roll"), .whole("fsm"), .whole("sen"), .whole("eal"), .whole("cic"),
      .decimal(
        "prior_attainment", "Average points of the leaving cohort: key stage 1 for primary, key stage 2 for secondary"),
    ])
}

/// Who is on roll; infant schools have no leaving cohort at key stage 2, some cells are blank.
struct ContextTable: SchoolTable {
  private let file: TableFile

  init(in folder: SampleFolder, country: Country) throws { file = try folder.table(.context) }

  func write(_ history: SchoolHistory) throws {
    for year in history.years {
      let context = year.context
      file.whole(year.year)
      file.whole(history.school.urn)
      file.whole(context.roll)
      file.whole(context.freeMeals)
      file.whole(context.specialNeeds)
      file.whole((history.school.urn + year.year) % 250 == 0 ? nil : context.additionalLanguage)
      file.whole(context.inCare)
      if history.school.hasLeavers { file.tenths(context.priorAttainment) } else { file.text("NA") }
      try file.endRow()
    }
  }
}
