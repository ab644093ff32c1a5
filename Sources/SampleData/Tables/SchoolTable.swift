/// A table whose rows come from one school at a time.
protocol SchoolTable {
  init(in folder: SampleFolder, country: Country) throws
  func write(_ history: SchoolHistory) throws
}

/// All tables that are written school by school.
enum SchoolTables {
  static var all: [any SchoolTable.Type] {
    [
      SchoolsTable.self, SchoolLinksTable.self, KeyStage2ResultsTable.self, KeyStage4ResultsTable.self,
      ValueAddedTable.self, AttendanceTable.self, ContextTable.self, TargetsTable.self, InspectionsTable.self,
      VisitActionsTable.self,
    ]
  }
}
