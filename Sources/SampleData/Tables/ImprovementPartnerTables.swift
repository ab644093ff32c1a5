extension TableLayout {
  static let improvementPartners = TableLayout(
    "sips",
    [
      .text("sip_id"), .text("name"), .text("headship_experience", "primary, secondary, special or none"),
      .text("phase"),
    ])
  static let improvementPartnerSchools = TableLayout(
    "sip_schools", [.text("sip_id"), .whole("urn"), .date("from"), .date("to", "Blank while the partnership lasts")])
}

/// School improvement partners and their schools.
///
/// Most have five to ten schools, a few far too many; one school in fifty waits for a partner, and about one in
/// eight was handed over in September 2009 by a partner who left.
struct ImprovementPartnerTables {
  let country: Country

  private static let initials = Array("ABCDEFGHJKLMNPRSTW").map(String.init)
  private static let surnames = [
    "Harker", "Pell", "O'Rourke", "Quayle", "Sidhu", "Tranter", "Udall", "Vickers", "Wragg", "Yeo", "Adeyemi", "Brough",
    "Cresswell", "Dunmore", "Eccles", "Farrant", "Goss", "Hussain", "Illingworth", "Jebb", "Kaur", "Llewellyn",
  ]

  func write(in folder: SampleFolder) throws {
    let partners = try folder.table(.improvementPartners)
    let partnerships = try folder.table(.improvementPartnerSchools)
    for (position, schools) in schoolsByAuthority {
      let authority = country.authorities[position]
      var stream = RandomStream(seed: country.options.seed, purpose: .improvementPartners, key: authority.code)
      for (letter, phase) in [("P", School.Phase.primary), ("S", .secondary), ("X", .special)] {
        let team = Team(prefix: "S\(authority.code)\(letter)", phase: phase)
        try write(team, schools.filter { $0.phase == phase }, partners, partnerships, &stream)
      }
    }
  }

  /// Schools open today, of the authorities that are written, in the order of the authorities.
  private var schoolsByAuthority: [(Int, [School])] {
    var schools = [[School]](repeating: [], count: country.authorities.count)
    for school in country.schools where school.closed == nil && country.writes(school) {
      schools[school.authority].append(school)
    }
    return schools.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset, $0.element) }
  }

  /// The partners of one phase in one authority; number 0 is the one who left.
  private struct Team {
    let prefix: String
    let phase: School.Phase

    func id(_ ordinal: Int) -> String { prefix + (ordinal < 10 ? "0" : "") + String(ordinal) }
  }

  private func write(
    _ team: Team, _ schools: [School], _ partners: TableFile, _ partnerships: TableFile, _ stream: inout RandomStream
  ) throws {
    var waiting = stream.shuffled(schools).filter { _ in !stream.chance(0.02) }
    var partings: [School] = []
    var ordinal = 0
    while !waiting.isEmpty {
      ordinal += 1
      let load = min(waiting.count, stream.chance(0.06) ? 24 : stream.integer(in: 5...10))
      try writePartner(team.id(ordinal), team.phase, partners, &stream)
      for school in waiting.prefix(load).sorted(by: { $0.urn < $1.urn }) {
        let handedOver = school.opened == nil && stream.chance(0.12)
        if handedOver { partings.append(school) }
        let began = max("2007-09-01", school.opened ?? "")
        try row(team.id(ordinal), school.urn, handedOver ? "2009-09-01" : began, "", partnerships)
      }
      waiting.removeFirst(load)
    }
    guard !partings.isEmpty else { return }
    try writePartner(team.id(0), team.phase, partners, &stream)
    for school in partings { try row(team.id(0), school.urn, "2007-09-01", "2009-08-31", partnerships) }
  }

  private func writePartner(_ id: String, _ phase: School.Phase, _ file: TableFile, _ stream: inout RandomStream) throws
  {
    file.text(id)
    file.text(stream.pick(Self.initials) + " " + stream.pick(Self.surnames))
    let other = phase == .secondary ? "primary" : "none"
    file.text(stream.chance(phase == .secondary ? 0.76 : 0.85) ? phase.rawValue : other)
    file.text(phase.rawValue)
    try file.endRow()
  }

  private func row(_ id: String, _ urn: Int, _ from: String, _ to: String, _ file: TableFile) throws {
    file.text(id)
    file.whole(urn)
    file.text(from)
    file.text(to)
    try file.endRow()
  }
}
