import HTML
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
  /// True where the authority's page of the report is there.
  let hasReport: Bool

  var html: HTML {
    let visit = PackVisit(season: order.season, results: order.year).title
    let bySchool = Dictionary(uniqueKeysWithValues: entries.map { ($0.school, $0) })
    let partners = authority.allocation.partners
    let without = authority.allocation.withoutPartner
    let held = Set(partners.flatMap(\.schools) + without)
    let rest = entries.map(\.school).filter { !held.contains($0) }
    let overloaded = partners.filter(\.isOverloaded)
    return Document(
      title: "Packs for \(authority.name), \(visit)", look: "pack", styles: [Document.pageStyle, Document.packStyle],
      skip: ("main", "Skip to the schools")
    ).html {
      "<main id=\"main\">"
      Document.synthetic(order.isSynthetic)
      "<header>"
      if hasReport {
        "<nav aria-label=\"Report\"><a href=\"../../la/\(authority.code.description)/index.html\">\(authority.name)</a></nav>"
      }
      """
      <h1>\(authority.name): pre-visit packs</h1>
      <p class="sub">Authority \(authority.code.description) · \(visit) · \(FigureText.count(entries.count, "school"))</p>
      </header>
      <p>Schools stand in the order of need: the weights of their status marks and of what is notable, added up. The reasons say why. The order is this tool's own; it replaces no judgement.</p>
      """
      if !overloaded.isEmpty {
        "<h2>Partners above their days</h2>"
        "<ul class=\"ask\">"
        for load in overloaded { "<li>\(load.partner.name) (\(load.partner.id)): \(days(load))</li>" }
        "</ul>"
      }
      schools("Open schools without a partner", without, bySchool)
      for load in partners {
        "<h2>\(load.partner.name) <span class=\"soft\">\(load.partner.id): \(days(load))</span></h2>"
        rows(load.schools, bySchool)
      }
      schools("Other schools", rest, bySchool)
      """
      </main>
      <footer><p>\(Pack.distribution).</p></footer>
      """
    }
  }

  private func schools(_ title: HTML, _ schools: [Int], _ bySchool: [Int: AuthorityPacks.Entry]) -> HTML? {
    schools.isEmpty
      ? nil
      : HTML {
        "<h2>\(title)</h2>"
        rows(schools, bySchool)
      }
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
  private func rows(_ schools: [Int], _ bySchool: [Int: AuthorityPacks.Entry]) -> HTML {
    HTML {
      for entry in schools.compactMap({ bySchool[$0] }).sorted(by: {
        ($1.need.score, $0.urn) < ($0.need.score, $1.urn)
      }) {
        row(entry)
      }
    }
  }

  private func row(_ entry: AuthorityPacks.Entry) -> HTML {
    let name = AuthorityPacks.fileName(entry.urn, order.season)
    /// A link where the file is there.
    func link(_ ending: String, _ words: String) -> HTML? {
      files.contains(name + ending) ? ", <a href=\"\(name + ending)\">\(words) of \(entry.name)</a>" : nil
    }
    let school: HTML =
      files.contains(name + ".html") ? "<a href=\"\(name).html\">\(entry.name)</a>" : "\(entry.name)"
    let others =
      [
        link(".pdf", "PDF"), link("-governors.pdf", "governors' PDF"), link("-governors.html", "governors' page"),
        link("-handover.html", "handover"), link("-handover.pdf", "handover PDF"),
        link("-note-of-visit.txt", "note-of-visit figures"),
        link("-note-of-visit.json", "the same as JSON"),
      ]
      .compactMap { $0 }.joined()
    let kind = entry.kind.rawValue.replacing("_", with: " ")
    let reasons = entry.need.reasons.isEmpty ? "nothing notable" : entry.need.reasons.joined(separator: "; ")
    return
      "<div class=\"entry\"><div>\(school) <span class=\"soft small\">\(entry.urn.description), \(kind)\(others)</span></div><div class=\"small\">\(reasons)</div></div>"
  }
}
