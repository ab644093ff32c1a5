import SchoolStatistics

/// The schools that figures can be about, and the way from a row's key to a school.
struct SchoolRegister {
  private var schools: [School] = []
  /// Positions in `schools` by URN.
  private var positions: [Int: Int] = [:]
  /// The position that was found last.
  private var lastPosition = -1
  private var byEstablishment: [Int: Int] = [:]
  private(set) var links: [SchoolLink] = []
  /// True where some file is a register of schools.
  private(set) var isGiven = false
  private let codes: CodeLists
  /// School types by their names as files write them.
  private var types: [String: CodeLists.SchoolType?] = [:]

  init(codes: CodeLists) { self.codes = codes }

  private mutating func type(_ name: String) -> CodeLists.SchoolType? {
    if let known = types[name] { return known }
    let type = codes.schoolType(name)
    types[name] = .some(type)
    return type
  }

  /// The position of the school with a URN; quick where schools are asked for in the order in which they came.
  private mutating func position(_ urn: Int) -> Int? {
    let next = lastPosition + 1
    if next < schools.count, schools[next].urn.number == urn {
      lastPosition = next
      return next
    }
    guard let position = positions[urn] else { return nil }
    lastPosition = position
    return position
  }

  private mutating func insert(_ school: School) {
    positions[school.urn.number] = schools.count
    schools.append(school)
  }

  mutating func add(register records: [RegisterRecord]) {
    isGiven = true
    schools.reserveCapacity(schools.count + records.count)
    positions.reserveCapacity(schools.count + records.count)
    byEstablishment.reserveCapacity(schools.count + records.count)
    for record in records {
      guard let urn = record.number("urn", .urn) else { continue }
      let joined = record.number("laestab", .authorityAndEstablishment)
      let authority = record.number("la_code", .authority) ?? (joined ?? 0) / 10_000
      let establishment = record.number("estab", .establishment) ?? joined.map { $0 % 10_000 }
      let type = type(record["school_type"])
      var school = School(
        urn: URN(urn), authority: LocalAuthorityCode(authority), establishment: establishment,
        name: record["school_name"],
        kind: kind(record, type), type: type?.title ?? record["school_type"],
        isStateFunded: isStateFunded(record, type),
        opened: CalendarDate(reading: record["opened"]), closed: CalendarDate(reading: record["closed"]))
      school.formerName = record["former_name"]
      if positions[urn] == nil {
        insert(school)
        if let establishment { byEstablishment[authority * 10_000 + establishment] = urn }
      }
      if let other = record.number("other_urn", .urn), other != urn, other < 999_999 {
        // The spine names the school that an academy took the place of, or the academy that took it.
        let isLater = school.opened != nil
        links.append(
          SchoolLink(
            urn: URN(isLater ? other : urn), successor: URN(isLater ? urn : other),
            effective: school.opened ?? school.closed))
      }
    }
  }

  private func kind(_ record: RegisterRecord, _ type: CodeLists.SchoolType?) -> SchoolKind {
    let phase = record["phase"].lowercased()
    if let kind = SchoolKind(rawValue: phase) { return kind }
    if let kind = type?.kind { return kind }
    switch (record["is_primary"], record["is_secondary"]) {
    case ("1", "1"): return .allThrough
    case ("1", _): return .primary
    case (_, "1"): return .secondary
    default: break
    }
    if phase.contains("all") { return .allThrough }
    if phase.contains("special") { return .special }
    if phase.contains("referral") || phase.contains("alternative") { return .alternative }
    if phase.contains("independent") { return .independent }
    if phase.contains("secondary") { return .secondary }
    if phase.contains("primary") || phase.contains("infant") || phase.contains("junior") { return .primary }
    return .other
  }

  private func isStateFunded(_ record: RegisterRecord, _ type: CodeLists.SchoolType?) -> Bool {
    if let stateFunded = type?.stateFunded { return stateFunded }
    switch record["maintained"].lowercased() {
    case "0", "no", "false", "n": return false
    default: return true
    }
  }

  /// Adds schools of which a list gives no more than name and number.
  mutating func add(names records: [RegisterRecord]) {
    for record in records {
      guard let urn = record.number("urn", .urn) else { continue }
      let joined = record.number("laestab", .authorityAndEstablishment) ?? 0
      let sighting = Sighting(
        authority: Int16(clamping: record.number("la_code", .authority) ?? joined / 10_000),
        establishment: Int32(clamping: joined % 10_000), name: record["school_name"], type: "", kind: nil,
        line: UInt32(clamping: record.line))
      add(sighting, key: Int32(clamping: urn), stage: nil)
    }
  }

  mutating func add(links records: [RegisterRecord]) {
    for record in records {
      guard let urn = record.number("urn", .urn), let successor = record.number("successor_urn", .urn),
        urn != successor
      else { continue }
      links.append(
        SchoolLink(urn: URN(urn), successor: URN(successor), effective: CalendarDate(reading: record["effective"])))
    }
  }

  /// Adds what results say about a school: all that is known of an unregistered one, what the register lacks of others.
  mutating func add(_ sighting: Sighting, key: Int32, stage: SchoolKind?) {
    let place = Int(sighting.authority) * 10_000 + Int(sighting.establishment)
    var urn = Int(key)
    if key < 0 {
      if byEstablishment[-urn] != nil { return }
      urn = -urn
    }
    if sighting.establishment > 0 && sighting.authority > 0 && byEstablishment[place] == nil {
      byEstablishment[place] = urn
    }
    let position = position(urn)
    // Results add nothing to what a register says.
    if let position, schools[position].isRegistered { return }
    let type = type(sighting.type)
    let kind = type?.kind ?? sighting.kind
    if let position {
      var known = schools[position]
      if known.name.isEmpty { known.name = sighting.name }
      if known.authority.number == 0 { known.authority = LocalAuthorityCode(Int(sighting.authority)) }
      if known.establishment == nil, sighting.establishment > 0 { known.establishment = Int(sighting.establishment) }
      if known.type.isEmpty { known.type = type?.title ?? sighting.type }
      if let kind { known.kind = kind } else { known.kind = Self.combined(known.kind, stage) }
      if let stateFunded = type?.stateFunded { known.isStateFunded = stateFunded }
      schools[position] = known
      return
    }
    insert(
      School(
        urn: URN(urn), authority: LocalAuthorityCode(Int(sighting.authority)),
        establishment: sighting.establishment > 0 ? Int(sighting.establishment) : nil, name: sighting.name,
        kind: kind ?? stage ?? .other, type: type?.title ?? sighting.type,
        isStateFunded: type?.stateFunded ?? (kind != .independent),
        isRegistered: false))
  }

  /// Notes that rows are about a school: what stage they are of and which authority they name, where that is news.
  mutating func note(key: Int32, authority: Int16, stage: SchoolKind?) {
    let urn = urn(key)
    guard let position = position(urn) else {
      add(
        Sighting(authority: authority, establishment: 0, name: "", type: "", kind: nil, line: 0), key: key, stage: stage
      )
      return
    }
    // Most rows are about a registered school.
    if schools[position].isRegistered { return }
    schools[position].kind = Self.combined(schools[position].kind, stage)
    if schools[position].authority.number == 0 && authority > 0 {
      schools[position].authority = LocalAuthorityCode(Int(authority))
    }
  }

  /// A school with results at two stages is an all-through school.
  private static func combined(_ known: SchoolKind, _ stage: SchoolKind?) -> SchoolKind {
    switch (known, stage) {
    case (.primary, .secondary), (.secondary, .primary): .allThrough
    case (.other, .some(let stage)): stage
    default: known
    }
  }

  /// The URN that a row's key stands for.
  func urn(_ key: Int32) -> Int { key > 0 ? Int(key) : byEstablishment[Int(-key)] ?? Int(-key) }

  subscript(_ urn: Int) -> School? { positions[urn].map { schools[$0] } }

  /// Codes of the authorities of all schools.
  var authorityCodes: Set<Int> {
    var codes: Set<Int> = []
    for index in schools.indices { codes.insert(schools[index].authority.number) }
    return codes
  }

  /// By URN.
  var sorted: [School] {
    let isSorted = schools.indices.dropFirst().allSatisfy { schools[$0 - 1].urn < schools[$0].urn }
    return isSorted ? schools : schools.sorted { $0.urn < $1.urn }
  }

  /// The successors of schools, each pair once, in order.
  var sortedLinks: [SchoolLink] {
    var seen: Set<[Int]> = []
    return links.sorted { ($0.urn, $0.successor) < ($1.urn, $1.successor) }
      .filter { seen.insert([$0.urn.number, $0.successor.number]).inserted }
  }
}
