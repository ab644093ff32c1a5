import Packs
import SchoolStatistics

/// The index of an authority's packs: by partner, schools in the order of need with the reasons; then schools
/// without a partner and partners above their days.
struct PackIndexPage {
  let order: PackOrder
  let authority: PackOrder.Authority
  let entries: [AuthorityPacks.Entry]
  /// Names of the files beside the index.
  let files: Set<String>

  var html: String { Templates.render("pack-index", value).text }

  private var value: PageValue {
    let bySchool = Dictionary(uniqueKeysWithValues: entries.map { ($0.school, $0) })
    let partners = authority.allocation.partners.map { load in
      PageValue.fields([
        "id": .text(load.partner.id), "name": .text(load.partner.name), "days": .text(days(load)),
        "schools": .list(rows(load.schools, bySchool)),
      ])
    }
    let held = Set(authority.allocation.partners.flatMap(\.schools))
    let without = authority.allocation.withoutPartner
    let rest = entries.map(\.school).filter { !held.contains($0) && !without.contains($0) }
    let overloaded = authority.allocation.partners.filter(\.isOverloaded)
    return .fields([
      "title": .text("Packs for \(authority.name), \(PackVisit(season: order.season, results: order.year).title)"),
      "name": .text(authority.name), "code": .text(authority.code.description),
      "visit": .text(PackVisit(season: order.season, results: order.year).title), "synthetic": .flag(order.isSynthetic),
      "count": .text(FigureText.count(entries.count, "school")), "partners": .list(partners),
      "hasPartners": .flag(!partners.isEmpty),
      "hasWithout": .flag(!without.isEmpty), "without": .list(rows(without, bySchool)),
      "hasRest": .flag(!rest.isEmpty), "rest": .list(rows(rest, bySchool)),
      "hasOverloaded": .flag(!overloaded.isEmpty),
      "overloaded": .list(overloaded.map { .text("\($0.partner.name) (\($0.partner.id)): \(days($0))") }),
      "distribution": .text(Pack.distribution),
    ])
  }

  /// `7 schools, 36 days of 100`
  private func days(_ load: PartnerLoad) -> String {
    let needed = halves(load.halfDaysNeeded)
    let new = load.newSchools.isEmpty ? "" : ", \(load.newSchools.count) of them new"
    let limit = load.halfDaysAvailable.map { " of \(halves($0))" } ?? ""
    return "\(FigureText.count(load.schools.count, "school"))\(new), \(needed)\(limit) days"
  }

  private func halves(_ count: Int) -> String { count % 2 == 0 ? "\(count / 2)" : "\(count / 2).5" }

  /// Most in need first; schools of equal need by URN.
  private func rows(_ schools: [Int], _ bySchool: [Int: AuthorityPacks.Entry]) -> [PageValue] {
    schools.compactMap { bySchool[$0] }
      .sorted { ($1.need.score, $0.urn) < ($0.need.score, $1.urn) }
      .map { entry in
        let name = AuthorityPacks.fileName(entry.urn, order.season)
        return .fields([
          "school": .text(entry.name), "urn": .text(entry.urn.description),
          "kind": .text(entry.kind.rawValue.replacing("_", with: " ")),
          "reasons": .text(entry.need.reasons.isEmpty ? "nothing notable" : entry.need.reasons.joined(separator: "; ")),
          "link": .text(files.contains(name + ".html") ? name + ".html" : ""),
          "pdf": .text(files.contains(name + ".pdf") ? name + ".pdf" : ""),
          "handover": .text(files.contains(name + "-handover.html") ? name + "-handover.html" : ""),
          "note": .text(files.contains(name + "-note-of-visit.txt") ? name + "-note-of-visit.txt" : ""),
          "score": .text("\(entry.need.score)"),
        ])
      }
  }
}
