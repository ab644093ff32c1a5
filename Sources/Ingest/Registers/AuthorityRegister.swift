import SchoolStatistics

/// The local authorities and regions that figures can be about.
struct AuthorityRegister {
  private(set) var byCode: [Int: LocalAuthority] = [:]
  private var byName: [String: [Int]] = [:]
  private(set) var regions: [Region] = []
  /// Codes that no list has, added because rows name them.
  private(set) var unknown: Set<Int> = []
  private let codes: CodeLists

  init(codes: CodeLists) {
    self.codes = codes
    regions = codes.regions.map { Region(code: $0.code, name: $0.name) }
  }

  /// Adds the rows of an authority list; a row of a code that is there already adds what the first lacks.
  mutating func add(_ records: [RegisterRecord]) {
    for record in records {
      guard let number = record.number("la_code", .authority) else { continue }
      let regionText = record["region_code"].isEmpty ? record["region_name"] : record["region_code"]
      let region =
        codes.region(regionText) ?? (record["region_name"].isEmpty ? "" : codes.region(record["region_name"]))
        ?? record["region_code"]
      var authority = LocalAuthority(
        code: LocalAuthorityCode(number), name: record["la_name"], onsCode: record["ons_code"], regionCode: region,
        validFrom: CalendarDate(reading: record["valid_from"]), validTo: CalendarDate(reading: record["valid_to"]),
        predecessors: record["predecessor_la_code"].split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
          .filter(NumberKind.authority.range.contains).map { LocalAuthorityCode($0) })
      if let known = byCode[number] {
        if !known.name.isEmpty { authority.name = known.name }
        if !known.onsCode.isEmpty { authority.onsCode = known.onsCode }
        if !known.regionCode.isEmpty { authority.regionCode = known.regionCode }
        authority.validFrom = known.validFrom
        authority.validTo = known.validTo
        authority.predecessors = known.predecessors
      }
      byCode[number] = authority
      if !region.isEmpty, !regions.contains(where: { $0.code == region }), !record["region_name"].isEmpty {
        regions.append(Region(code: region, name: record["region_name"]))
      }
      for name in [record["la_name"]] + record["other_names"].split(separator: ";").map(String.init) {
        let key = Self.nameKey(name)
        if !key.isEmpty, !(byName[key] ?? []).contains(number) { byName[key, default: []].append(number) }
      }
    }
  }

  /// Records that authorities took over from others.
  mutating func add(_ changes: [AuthorityChange]) {
    for change in changes {
      for code in change.to {
        guard var authority = byCode[code] else { continue }
        authority.predecessors = change.from.filter { byCode[$0] != nil }.map { LocalAuthorityCode($0) }
        byCode[code] = authority
      }
    }
  }

  /// Adds an authority that no list has, so that its rows have a place.
  mutating func addUnknown(_ code: Int, name: String) {
    guard byCode[code] == nil else { return }
    byCode[code] = LocalAuthority(
      code: LocalAuthorityCode(code), name: name.isEmpty ? "Authority \(LocalAuthorityCode(code))" : name)
    unknown.insert(code)
  }

  /// The authority of a name; where several had it, the one that existed in the year.
  func code(named name: String, in year: Int) -> Int? {
    let known = byName[Self.nameKey(name)] ?? []
    if known.count < 2 { return known.first }
    return known.first { byCode[$0]?.existed(in: AcademicYear(ending: year)) == true } ?? known.first
  }

  func region(_ text: String) -> String? {
    if let code = codes.region(text) { return code }
    let key = HeaderNames.key(text)
    return regions.first { HeaderNames.key($0.name) == key || HeaderNames.key($0.code) == key }?.code
  }

  /// The words of a name that tell authorities apart.
  private static func nameKey(_ name: String) -> String {
    let dropped: Set<Substring> = ["and", "of", "the", "city", "county", "borough", "pre", "lg", "lgr", "upon"]
    return name.lowercased().split { !$0.isLetter }.filter { !dropped.contains($0) }.joined()
  }

  var sorted: [LocalAuthority] { byCode.values.sorted { $0.code < $1.code } }
}

/// Authorities that took over from others on a day: `local_authority_changes.json5`.
struct AuthorityChange: Decodable {
  var effective: String
  var from: [Int]
  var to: [Int]
  var what: String?
}
