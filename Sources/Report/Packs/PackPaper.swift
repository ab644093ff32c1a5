import HTML
import Packs
import SchoolStatistics

/// What stands on paper: blocks that the template `pack.typ` draws in their order. It says what the page says.
struct PackPaper {
  let title: String
  let foot: String
  private(set) var blocks: [JSON] = []

  init(title: String, foot: String) { (self.title, self.foot) = (title, foot) }

  var document: JSON { ["title": .text(title), "foot": .text(foot), "blocks": .list(blocks)] }

  mutating func head(_ title: String, _ sub: String, isSynthetic: Bool) {
    if isSynthetic { add("synthetic", "Synthetic sample data: no such school exists.") }
    blocks.append(["kind": "title", "text": .text(title), "sub": .text(sub)])
  }

  mutating func heading(_ text: String) { add("heading", text) }
  mutating func notice(_ text: String) { add("notice", text) }
  mutating func text(_ text: String) { add("text", text) }
  mutating func small(_ text: String) { add("small", text) }
  /// The next block begins a new side.
  mutating func side() { blocks.append(["kind": "side"]) }

  mutating func flags(_ flags: some Sequence<PackFlag>) {
    let marks = flags.map { JSON.text($0.title) }
    if !marks.isEmpty { blocks.append(["kind": "flags", "items": .list(marks)]) }
  }

  mutating func facts(_ facts: [PackFact]) {
    guard !facts.isEmpty else { return }
    let items = facts.map { ["title": .text($0.title), "text": .text($0.text)] as JSON }
    blocks.append(["kind": "facts", "items": .list(items)])
  }

  mutating func charts(_ sides: PackSides) {
    let items = sides.charts.compactMap { chart -> JSON? in
      let drawn = YearsChart(line: chart.line, name: chart.name)
      return drawn.markup.map { ["name": .text(chart.name), "svg": Self.svg($0), "alt": .text(drawn.text)] }
    }
    guard !items.isEmpty else { return }
    blocks.append(["kind": "charts", "items": .list(items)])
    small("Solid: this school. Dashed: England.")
  }

  /// - Parameter withRules: whether the rule that raised a sentence stands beneath it.
  mutating func notable(_ said: [PackSides.Said], withRules: Bool) {
    let items = said.map { one -> JSON in
      let (sentence, chart) = (one.sentence, one.sentence.picture.map { PlaceChart($0) })
      let because = withRules ? sentence.because.prefix(1).uppercased() + sentence.because.dropFirst() + "." : ""
      return [
        "lead": .text(sentence.lead.map(\.text).joined()), "rest": .text(sentence.rest.map(\.text).joined()),
        "question": .text(one.question ?? ""), "because": .text(because),
        "svg": chart.map { Self.svg($0.markup) } ?? .null,
        "alt": .text(chart?.text ?? ""),
      ]
    }
    blocks.append(["kind": "notable", "items": .list(items)])
  }

  mutating func section(_ section: PackSection) {
    heading(section.title)
    for paragraph in section.paragraphs { text(paragraph) }
    for table in section.tables { self.table(table) }
    for note in section.notes { small(note) }
  }

  private mutating func table(_ table: PackTable) {
    var columns = [Self.column(table.stub, words: table.rows.map(\.header), least: 26)]
    if table.hasLines { columns.append(Self.column("Years", words: nil)) }
    for (index, heading) in table.columns.enumerated() {
      let cells = table.rows.compactMap { index < $0.cells.count ? $0.cells[index] : nil }
      columns.append(Self.column(heading, words: cells.contains(where: PackSections.isLong) ? cells.map(\.text) : nil))
    }
    let rows = table.rows.map { row -> JSON in
      var cells = [Self.cell(row.header, small: row.small)]
      if table.hasLines {
        let chart = row.line.map { PackSections.series($0, row.header) }
        cells.append(
          chart.flatMap { chart in chart.markup.map { Self.cell("", svg: $0, alt: chart.text) } } ?? Self.cell(""))
      }
      return .list(cells + row.cells.map { Self.cell($0.text, small: $0.small, band: $0.band) })
    }
    blocks.append(
      ["kind": "table", "caption": .text(table.caption), "columns": .list(columns), "rows": .list(rows)])
  }

  /// A table of words alone.
  mutating func words(_ caption: String, _ headings: [String], _ rows: [[String]]) {
    let columns = headings.enumerated().map { index, heading in Self.column(heading, words: rows.map { $0[index] }) }
    blocks.append([
      "kind": "table", "caption": .text(caption), "columns": .list(columns),
      "rows": .list(rows.map { .list($0.map { Self.cell($0) }) }),
    ])
  }

  mutating func agenda(_ headings: [String]) {
    blocks.append(["kind": "agenda", "heads": .list(headings.map { .text($0) })])
  }

  private mutating func add(_ kind: String, _ text: String) {
    blocks.append(["kind": .text(kind), "text": .text(text)])
  }

  /// - Parameters:
  ///   - words: the texts of a column of words, which share the width by their length; nil for figures.
  ///   - least: characters that it has room for beside others.
  private static func column(_ heading: String, words: [String]?, least: Int = 14) -> JSON {
    let longest = words.map { words in min(70, max(least, words.reduce(0) { max($0, $1.count) })) }
    return ["head": .text(heading), "words": .flag(words != nil), "share": .number(longest ?? 0)]
  }

  private static func cell(_ text: String, small: String = "", band: String = "", svg: HTML? = nil, alt: String = "")
    -> JSON
  {
    [
      "text": .text(text), "small": .text(small), "band": .text(band), "svg": svg.map { Self.svg($0) } ?? .null,
      "alt": .text(alt),
    ]
  }

  /// A drawing that stands by itself.
  private static func svg(_ markup: HTML) -> JSON {
    .text(markup.text.replacing("<svg ", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" "))
  }
}

extension PackPage {
  /// The pack on paper.
  var paper: JSON {
    var paper = PackPaper(title: title, foot: foot)
    paper.head(pack.school.name, subtitle, isSynthetic: pack.isSynthetic)
    paper.flags(pack.flags.prefix(5))
    for notice in pack.notices.prefix(PackSides.noticesOnSideOne) { paper.notice(notice) }
    if !pack.lastInspection.isEmpty { paper.text(pack.lastInspection) }
    paper.facts(pack.facts)
    if sides.leadsWithActions { actions(on: &paper) } else { paper.charts(sides) }
    paper.heading("What is notable, the worst first")
    if sides.said.isEmpty { paper.text(nothing) } else { paper.notable(sides.said, withRules: true) }
    if sides.leadsWithActions { paper.charts(sides) } else { actions(on: &paper) }
    paper.small(key)
    paper.side()
    for section in sides.second { paper.section(section) }
    paper.heading("Agreed at this visit")
    paper.text(pack.visit.season.purposes(results: pack.visit.results).joined(separator: " "))
    paper.agenda(PackClose.agendaHeadings)
    paper.side()
    for section in sides.evidence { paper.section(section) }
    paper.heading("Data checklist")
    paper.words(
      PackClose.checklistCaption, PackClose.checklistHeadings,
      PackClose.suppliers(pack.checklist).map { [$0] + PackClose.titles($0, pack.checklist) })
    paper.section(pack.quiet)
    for paragraph in close { paper.small(paragraph) }
    return paper.document
  }

  private func actions(on paper: inout PackPaper) {
    paper.heading(actionsTitle)
    let actions = pack.agreedActions.prefix(PackSides.actionsOnSideOne)
    if actions.isEmpty { paper.text("No actions were supplied.") }
    if !actions.isEmpty {
      paper.words(
        "", ["Action", "Due", "Owner", "Progress"],
        actions.map { [$0.action, $0.due, $0.owner, $0.progress.isEmpty ? "not said" : $0.progress] })
    }
  }
}

extension GovernorsPage {
  /// The page on paper.
  var paper: JSON {
    let sides = PackSides(pack)
    var paper = PackPaper(title: title, foot: foot)
    paper.head(pack.school.name, subtitle, isSynthetic: pack.isSynthetic)
    for notice in pack.notices.prefix(2) { paper.notice(notice) }
    if !pack.lastInspection.isEmpty { paper.text(pack.lastInspection) }
    paper.charts(sides)
    paper.heading("What stands out, and what to ask, the worst first")
    if sides.said.isEmpty { paper.text(nothing) } else { paper.notable(sides.said, withRules: false) }
    if let targets {
      paper.heading("Targets")
      for paragraph in targets { paper.text(paragraph) }
    }
    paper.small("How to read this. \(key)")
    paper.small(close)
    return paper.document
  }
}
