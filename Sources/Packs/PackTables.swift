import SchoolStatistics

/// The tables that packs read school by school.
struct PackTables: Sendable {
  let inspections: RowsBySchool
  let context: RowsBySchool
  let attendance: RowsBySchool
  let actions: RowsBySchool
  let partners: RowsBySchool
  let links: SchoolSuccession

  init(_ data: SchoolData) {
    inspections = RowsBySchool(data, "inspections")
    context = RowsBySchool(data, "context")
    attendance = RowsBySchool(data, "attendance")
    actions = RowsBySchool(data, "visit_actions")
    partners = RowsBySchool(data, "sip_schools")
    links = SchoolSuccession(data.links)
  }
}

/// Which schools took over from which.
struct SchoolSuccession: Sendable {
  private let successors: [URN: [SchoolLink]]
  private let predecessors: [URN: [SchoolLink]]

  init(_ links: [SchoolLink]) {
    successors = Dictionary(grouping: links, by: \.urn)
    predecessors = Dictionary(grouping: links, by: \.successor)
  }

  func successor(of urn: URN) -> SchoolLink? { successors[urn]?.last }
  func predecessors(of urn: URN) -> [SchoolLink] { (predecessors[urn] ?? []).sorted { $0.urn < $1.urn } }
}
