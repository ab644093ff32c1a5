extension TableLayout {
  static let improvementPartners = TableLayout(
    "sips",
    [.text("sip_id"), .text("name"), .text("headship_experience", "primary, secondary, special or none"), .text("phase")])
  static let improvementPartnerSchools = TableLayout(
    "sip_schools", [.text("sip_id"), .whole("urn"), .date("from"), .date("to", "Blank while the partnership lasts")])
}

/// School improvement partners and their schools: most have about seven, some too many, some schools none.
struct ImprovementPartnerTables {
  let country: Country

  private static let initials = Array("ABCDEFGHJKLMNPRSTW").map(String.init)
  private static let surnames = [
    "Harker", "Pell", "O'Rourke", "Quayle", "Sidhu", "Tranter", "Udall", "Vickers", "Wragg", "Yeo", "Adeyemi", "Brough",
    "Cresswell", "Dunmore", "Eccles", "Farrant", "Goss", "Hussain", "Illingworth", "Jebb", "Kaur", "Llewellyn",
  ]

  func write(in folder: SampleFolder) throws {
    let partners = try folder.table(.improvementPartners)
    let schools = try folder.table(.improvementPartnerSchools)
    for position in country.authorities.indices {
      let authority = country.authorities[position]
      guard authority.isCurrent, country.options.writes(authority) else { continue }
      var stream = RandomStream(seed: country.options.seed, purpose: .improvementPartners, key: authority.code)
      var ordinal = 0
      for phase in [School.Phase.primary, .secondary, .special] {
        var waiting = country.schools.filter { $0.authority == position && $0.phase == phase && $0.closed == nil }
        waiting = stream.shuffled(waiting)
        // One school in fifty waits for a partner.
        waiting = waiting.filter { _ in !stream.chance(0.02) }
        while !waiting.isEmpty {
          ordinal += 1
          let load = min(waiting.count, stream.chance(0.06) ? 24 : stream.integer(in: 5...10))
          let id = "S\(authority.code)\(ordinal < 10 ? "0" : "")\(ordinal)"
          try writePartner(id, phase, partners, &stream)
          try writeSchools(Array(waiting.prefix(load)), id, ordinal > 1, schools, &stream)
          waiting.removeFirst(load)
        }
      }
    }
  }

  private func writePartner(_ id: String, _ phase: School.Phase, _ file: TableFile, _ stream: inout RandomStream) throws {
    file.text(id)
    file.text(stream.pick(Self.initials) + " " + stream.pick(Self.surnames))
    let other = phase == .secondary ? "primary" : "none"
    file.text(stream.chance(phase == .secondary ? 0.76 : 0.85) ? phase.rawValue : other)
    file.text(phase.rawValue)
    try file.endRow()
  }

  private func writeSchools(
    _ schools: [School], _ id: String, _ hasColleague: Bool, _ file: TableFile, _ stream: inout RandomStream
  ) throws {
    for school in schools {
      // Some changed partner in September 2009: the first of the authority handed the school over.
      let handedOver = hasColleague && stream.chance(0.12)
      if handedOver {
        try row(String(id.prefix(4)) + "01", school.urn, "2007-09-01", "2009-08-31", file)
      }
      let began = school.opened ?? "2007-09-01"
      try row(id, school.urn, handedOver ? "2009-09-01" : began > "2007-09-01" ? began : "2007-09-01", "", file)
    }
  }

  private func row(_ id: String, _ urn: Int, _ from: String, _ to: String, _ file: TableFile) throws {
    file.text(id)
    file.whole(urn)
    file.text(from)
    file.text(to)
    try file.endRow()
  }
}
