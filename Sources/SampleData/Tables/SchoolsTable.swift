extension TableLayout {
  static let schools = TableLayout(
    "schools",
    [
      .whole("urn"), .text("la_code", "The authority today"), .text("estab"), .text("school_name"),
      .text("phase", "primary, secondary or special"), .text("school_type"), .whole("maintained", "1 or 0"),
      .date("opened"), .date("closed"), .text("former_name", "Optional: the name before a renaming or conversion"),
    ])
  static let schoolLinks = TableLayout("school_links", [.whole("urn"), .whole("successor_urn"), .date("effective")])
}

/// The register of schools.
struct SchoolsTable: SchoolTable {
  private let file: TableFile
  private let country: Country

  init(in folder: SampleFolder, country: Country) throws {
    file = try folder.table(.schools)
    self.country = country
  }

  func write(_ history: SchoolHistory) throws {
    let school = history.school
    file.whole(school.urn)
    file.text(country.authorities[school.authority].laCode)
    file.whole(school.estab)
    file.text(school.name)
    file.text(school.phase.rawValue)
    file.text(school.type)
    file.whole(school.maintained ? 1 : 0)
    file.text(school.opened ?? "")
    file.text(school.closed ?? "")
    file.text(school.formerName ?? "")
    try file.endRow()
  }
}

/// Which school took over from which.
struct SchoolLinksTable: SchoolTable {
  private let file: TableFile

  init(in folder: SampleFolder, country: Country) throws { file = try folder.table(.schoolLinks) }

  func write(_ history: SchoolHistory) throws {
    let school = history.school
    guard let successor = school.successor, let year = school.closed?.prefix(4) else { return }
    file.whole(school.urn)
    file.whole(successor)
    file.text(year + "-09-01")
    try file.endRow()
  }
}
