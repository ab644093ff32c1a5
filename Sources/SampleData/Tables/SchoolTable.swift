/// A table whose rows come from one school at a time.
protocol SchoolTable {
  init(in folder: SampleFolder, country: Country) throws
  func write(_ history: SchoolHistory) throws
}

/// All tables that are written school by school.
enum SchoolTables {
  static func all(pupils: Bool) -> [any SchoolTable.Type] {
    (pupils
      ? [KeyStage2PupilsTable.self, KeyStage4PupilsTable.self]
      : [KeyStage2ResultsTable.self, KeyStage4ResultsTable.self])
      + others
  }

  private static var others: [any SchoolTable.Type] {
    [
      SchoolsTable.self, SchoolLinksTable.self, ValueAddedTable.self, AttendanceTable.self, ContextTable.self,
      TargetsTable.self, InspectionsTable.self,
      VisitActionsTable.self,
    ]
  }
}
