import Indicators
import Packs
import Rulebook
import SchoolStatistics

/// The words that the workbooks of a report share: cover, notes, and the lines above a table.
enum WorkbookWords {
  /// - Parameter about: what the workbook holds; nil for the indicators.
  static func cover(_ content: ReportContent, about: String? = nil) -> [(heading: String, text: String)] {
    let year = content.results.headlineYear
    let (options, sources) = (content.options, content.data.sources)
    let tool = options.versions.first.map { " by \($0.name) \($0.version)" } ?? ""
    var lines: [(heading: String, text: String)] = [
      (
        "About this workbook",
        about ?? "Data indicators of the 2009 quality standards for results of \(PeriodText.year(year)), with earlier "
          + "years, pooled from counts of pupils and compared with England, the region, statistical neighbours and all local authorities."
      ),
      (
        "Date",
        "As on \(content.day.words), \(PeriodText.term(options.term, year)). The latest results are those of \(PeriodText.year(year))."
      ),
      (
        "Where the figures come from",
        sources.isEmpty
          ? "Made\(tool)."
          : "Made\(tool) from \(FigureText.count(sources.count, "input file")), which the Sources worksheet lists with their SHA-256. Rules, options and the time of the run are in run.json of the report."
      ),
      ("Distribution", "\(Pack.distribution)."),
      (
        "Contact",
        options.contact.isEmpty
          ? "Nobody was named when this report was made; ask who sent it to you." : options.contact
      ),
    ]
    if content.data.isSynthetic {
      lines.append(("Synthetic data", "The data are a made-up sample: no such authority exists."))
    }
    lines += [
      (
        "Shorthand",
        "In tables, [c] is confidential or suppressed, [x] not available, [z] not applicable, [low] rounds to zero but is not zero, [u] of low reliability."
      ),
      (
        "Notes",
        "Notes are in square brackets in column headings, such as [note 1]; their texts are in the Notes worksheet."
      ),
      (
        "Method",
        "Percentages are pooled counts, rounded half away from zero. Intervals and tests of significance are at 95% and take pupils as independent of one another, which those of one school are not quite: true intervals are somewhat wider. Changes are tested as two samples."
      ),
    ]
    return lines
  }

  static let notes = [
    "Bands are quarters of the local authorities with data, A the best, by type-7 quartiles; deciles likewise, 1 the best. They are the tool's default: no official cut-points exist. Joint first is A; there are none where more than a quarter share the best or the last value, or one band would hold more than half. Numbers of schools are ranked by their share of the schools judged. The grade is the one that a norm-referenced judgement by band would give.",
    "The neighbour mean is the unweighted mean of the statistical neighbours with data, of numbers of schools that of their shares in per cent; it is not given where fewer than five have data, and never tested for significance.",
    "Pupils or schools (sessions for rates of overall absence) to the next band, with the line where it would be with the authority's own new value; lines move each year.",
    "Changes are not given across a change of definition or a missing year. A change of rank is the earlier rank minus this one, so that a rise is positive.",
    "Improvement is change in the better direction; its rank is among the authorities whose change over the same years can be told.",
  ]

  /// Short titles that differ from each other. Two phases may word an indicator alike; headings of a table differ.
  static func headings(_ indicators: [Indicator]) -> [String] {
    var taken: Set<String> = []
    return indicators.map { indicator in
      let choices = ["", ", \(indicator.phase.title.lowercased())", ", \(indicator.title)", ", \(indicator.id)"]
      let heading = choices.lazy.map { indicator.shortTitle + $0 }.first { !taken.contains($0) } ?? indicator.id
      taken.insert(heading)
      return heading
    }
  }

  /// The input files of the run, so that a workbook that is sent on says what it was made from.
  static func sources(_ content: ReportContent) -> WorkbookTable {
    WorkbookTable(
      name: "Sources", title: "Input files of this report",
      lines: [
        "This worksheet contains one table. Each row is one file. A file with the same SHA-256 is the same file, byte for byte.",
        "No cell is blank: shorthand says why something is missing.",
      ],
      columns: [
        WorkbookColumn("File", isText: true), WorkbookColumn("Read as", isText: true), WorkbookColumn("Rows"),
        WorkbookColumn("First year of results"), WorkbookColumn("Last year of results"),
        WorkbookColumn("SHA-256", isText: true),
      ],
      rows: content.data.sources.map { source in
        [
          .text(source.path.split(separator: "/").last.map(String.init) ?? source.path),
          .text(source.layout.isEmpty ? "not used" : source.layout.replacing("_", with: " ")), .count(source.rows),
          source.years.first.map { .year($0) } ?? .missing(.notApplicable),
          source.years.last.map { .year($0) } ?? .missing(.notApplicable), .text(source.digest),
        ]
      })
  }

  static func lines(_ what: String) -> [String] {
    [
      "This worksheet contains one table. \(what)",
      "It refers to notes, which are in the Notes worksheet. No cell is blank: shorthand says why a figure is missing.",
    ]
  }
}
