extension TableLayout {
  static let visitActions = TableLayout(
    "visit_actions",
    [
      .whole("urn"), .date("visited_on"), .text("action"), .date("due"), .text("owner_role"),
      .text("progress", "Blank, on_track, delayed, done or not_started"),
    ])
}

/// What was agreed at earlier visits, for about one school in four.
struct VisitActionsTable: SchoolTable {
  private let file: TableFile
  private let seed: UInt64

  init(in folder: SampleFolder, country: Country) throws {
    file = try folder.table(.visitActions)
    seed = country.options.seed
  }

  private static let visits = ["2009-03-12", "2009-06-18", "2009-10-14"]
  private static let dues = ["2009-05-29", "2009-09-30", "2010-02-12"]
  private static let actions = [
    "Raise the share of pupils on track for two levels of progress in maths from the year 5 data",
    "Moderate writing levels with a partner school and report the outcome to governors",
    "Agree attendance plans with the families of the ten most absent pupils",
    "Set out how the gap between pupils with and without free school meals will close by summer",
    "Review the target for English and maths against the top-quartile estimate",
    "Share the provision map for children in care with the virtual school",
    "Observe phonics in every class & feed back by half-term",
  ]

  func write(_ history: SchoolHistory) throws {
    let school = history.school
    var stream = RandomStream(seed: seed, purpose: .visits, key: school.urn)
    guard school.years.upperBound == 2010, stream.chance(0.25) else { return }
    let visit = stream.integer(below: Self.visits.count)
    for action in stream.shuffled(Self.actions).prefix(stream.integer(in: 1...4)) {
      file.whole(school.urn)
      file.text(Self.visits[visit])
      file.text(action)
      file.text(Self.dues[visit])
      file.text(stream.pick(["head teacher", "deputy head", "chair of governors", "subject leader"]))
      file.text(stream.pick(["", "on_track", "delayed", "done", "not_started"]))
      try file.endRow()
    }
  }
}
