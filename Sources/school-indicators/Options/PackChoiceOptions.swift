import ArgumentParser
import Packs
import Report
import SchoolStatistics

/// Whose packs are written.
struct PackChoiceOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Schools of these local authorities, by code or name.", valueName: "code"))
  var la: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Schools of these partners, by their ids.", valueName: "id"))
  var sip: [String] = []

  @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp("These schools, by their URNs.", valueName: "urn"))
  var urn: [Int] = []

  /// The authorities whose folders are written, by code, with the chosen schools of each.
  func authorities(_ visits: Visits, season: Season) throws -> [PackOrder.Authority] {
    let data = visits.data
    var wanted: Set<Int> = []
    for number in urn {
      guard let position = data.schoolIndex(URN(number)) else { throw PackError.unknownSchool(number) }
      wanted.insert(position)
    }
    for id in sip {
      let schools = visits.schools(ofPartner: id, season: season)
      if schools.isEmpty { throw PackError.unknownPartner(id) }
      wanted.formUnion(schools)
    }
    let isNarrow = !urn.isEmpty || !sip.isEmpty
    let words = la.isEmpty && !isNarrow ? Settings.current.la?.list ?? [] : la
    let chosen = try PlaceChoice(data: data).authorities(words) ?? []
    let codes =
      !chosen.isEmpty
      ? chosen : isNarrow ? wanted.map { data.schools[$0].authority } : data.schools.map(\.authority)
    return try Set(codes).sorted().compactMap { code in
      let own = wanted.filter { data.schools[$0].authority == code }
      let schools = Array(Set(visits.schools(of: code)).union(own)).sorted()
      if schools.isEmpty {
        if chosen.isEmpty { return nil }
        throw PackError.unknownAuthority(code.description)
      }
      let allocation = visits.allocation(of: schools, season: season)
      let authority = data.authorityIndex(code).map { data.authorities[$0].name } ?? "Authority \(code)"
      return PackOrder.Authority(
        code: code, name: authority,
        schools: schools.map { PackOrder.School(position: $0, urn: data.schools[$0].urn, name: data.schools[$0].name) },
        wanted: isNarrow ? own : Set(schools), handovers: Set(allocation.partners.flatMap(\.newSchools)),
        allocation: allocation)
    }
  }
}
