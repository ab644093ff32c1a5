import HTML
import Packs
import SchoolStatistics

/// Room for what is agreed, which closes the second side of a pack, and the checklist of data at the end of the evidence.
enum PackClose {
  static let agendaHeadings = ["Action", "What will have changed", "Owner (role)", "By"]
  static let checklistCaption = "What the partner's brief asks for (edition 3, section 7)"
  static let checklistHeadings = [
    "From", "Present", "Missing from the inputs", "Not applicable", "Ask the school or the authority",
  ]

  private static func heads(_ titles: [String]) -> HTML {
    titles.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
  }

  static func agenda(_ pack: Pack) -> HTML {
    HTML {
      """
      <section aria-labelledby="agenda">
      <h2 id="agenda">Agreed at this visit</h2>
      <p>\(pack.visit.season.purposes(results: pack.visit.results).joined(separator: " "))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Actions to agree">
      <table class="agenda">
      <caption>Specific, measurable, achievable, realistic, timely</caption>
      <thead><tr>\(heads(agendaHeadings))</tr></thead>
      <tbody>
      """
      for number in 1...4 { "<tr><th scope=\"row\">\(number)</th><td></td><td></td><td></td></tr>" }
      """
      </tbody>
      </table>
      </div>
      </section>
      """
    }
  }

  static func checklist(_ pack: Pack) -> HTML {
    HTML {
      """
      <section aria-labelledby="checklist">
      <h2 id="checklist">Data checklist</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Table of the data checklist">
      <table class="checklist">
      <caption>\(checklistCaption)</caption>
      <thead><tr>\(heads(checklistHeadings))</tr></thead>
      <tbody>
      """
      for supplier in suppliers(pack.checklist) { row(supplier, pack.checklist) }
      """
      </tbody>
      </table>
      </div>
      </section>
      """
    }
  }

  /// In the order in which the checklist names them first.
  static func suppliers(_ items: [ChecklistItem]) -> [String] {
    var suppliers: [String] = []
    for item in items where !suppliers.contains(item.supplier) { suppliers.append(item.supplier) }
    return suppliers
  }

  /// What of a supplier is present, missing, not applicable and to be asked for.
  static func titles(_ supplier: String, _ items: [ChecklistItem]) -> [String] {
    [ChecklistStatus.present, .missing, .notApplicable, .askSchool].map { status in
      let titles = items.filter { $0.supplier == supplier && $0.status == status }.map(\.title)
      return titles.isEmpty ? "none" : titles.joined(separator: "; ")
    }
  }

  private static func row(_ supplier: String, _ items: [ChecklistItem]) -> HTML {
    let cells = titles(supplier, items).map { "<td>\($0)</td>" as HTML }
    return "<tr><th scope=\"row\">\(supplier)</th>\(cells.joined())</tr>"
  }
}
