import SchoolStatistics

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
