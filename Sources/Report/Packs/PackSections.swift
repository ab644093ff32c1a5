import HTML
import Packs
import SchoolStatistics

/// The evidence pages of a pack.
enum PackSections {
  /// What side one had no room for, and the reasons of the status marks.
  static func more(_ pack: Pack) -> [PackSection] {
    var sections: [PackSection] = []
    if pack.notices.count > PackSides.noticesOnSideOne {
      sections.append(
        PackSection(
          id: "notices", title: "More about this school",
          paragraphs: Array(pack.notices.dropFirst(PackSides.noticesOnSideOne))))
    }
    let more = pack.agreedActions.dropFirst(PackSides.actionsOnSideOne)
    if !more.isEmpty { sections.append(actions(Array(more))) }
    if let flags = flags(pack.flags) { sections.append(flags) }
    return sections
  }

  static func html(_ section: PackSection) -> HTML {
    HTML {
      """
      <section id="\(section.id)" aria-labelledby="\(section.id)-title">
      <h2 id="\(section.id)-title">\(section.title)</h2>
      """
      for paragraph in section.paragraphs { "<p>\(paragraph)</p>" }
      for table in section.tables { html(table) }
      for note in section.notes { "<p class=\"note\">\(note)</p>" }
      "</section>"
    }
  }

  private static func html(_ table: PackTable) -> HTML {
    let isDrawn = table.hasLines
    let years: HTML? = isDrawn ? "<th scope=\"col\">Years</th>" : nil
    let heads = table.columns.indices.map { column -> HTML in
      let isWords = table.rows.contains { column < $0.cells.count && isLong($0.cells[column]) }
      return "<th scope=\"col\"\(isWords ? " class=\"words\"" as HTML : HTML())>\(table.columns[column])</th>"
    }.joined()
    return HTML {
      """
      <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption)">
      <table>
      <caption>\(table.caption)</caption>
      <thead><tr><th scope="col">\(table.stub)</th>\(years)\(heads)</tr></thead>
      <tbody>
      """
      for row in table.rows { html(row, isDrawn: isDrawn) }
      """
      </tbody>
      </table>
      </div>
      """
    }
  }

  private static func html(_ row: PackRow, isDrawn: Bool) -> HTML {
    let drawing: HTML? = isDrawn ? "<td class=\"draw\">\(row.line.flatMap { series($0, row.header).markup })</td>" : nil
    let cells = row.cells.map { cell -> HTML in
      let look: HTML? = isLong(cell) ? " class=\"words\"" : nil
      return "<td\(look)>\(HTML.band(cell.band))\(cell.text)\(HTML.small(cell.small))</td>"
    }
    return "<tr><th scope=\"row\">\(row.header)\(HTML.small(row.small))</th>\(drawing)\(cells.joined())</tr>"
  }

  /// Long text reads from the left, and so does what stands above it.
  static func isLong(_ cell: PackCell) -> Bool { cell.text.utf8.count > 28 }

  static func series(_ line: PackLine, _ name: String) -> SeriesChart {
    SeriesChart(
      points: line.years.indices.map {
        .init(
          label: line.years[$0].title, own: line.own[$0], england: line.national[$0],
          isAfterBreak: line.breaks.contains($0))
      }, decimals: line.decimals, suffix: line.suffix, name: name)
  }

  /// The reasons behind the status marks.
  private static func flags(_ flags: [PackFlag]) -> PackSection? {
    guard !flags.isEmpty else { return nil }
    return PackSection(
      id: "status", title: "Why each status mark",
      tables: [
        PackTable(
          caption: "Status marks and the tests they met", stub: "Mark", columns: ["Reason"],
          rows: flags.map { PackRow($0.title, cells: [PackCell($0.reason)]) })
      ])
  }

  private static func actions(_ actions: [AgreedAction]) -> PackSection {
    PackSection(
      id: "actions", title: "Further agreed actions",
      tables: [
        PackTable(
          caption: "Newest visit first", stub: "Visit", columns: ["Action", "Due", "Owner", "Progress"],
          rows: actions.map {
            PackRow(
              PeriodText.day($0.visitedOn),
              cells: [
                PackCell($0.action), PackCell($0.due), PackCell($0.owner),
                PackCell($0.progress.isEmpty ? "not said" : $0.progress),
              ])
          })
      ])
  }
}
