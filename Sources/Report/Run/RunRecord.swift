import SchoolStatistics

/// `run.json`: what the report was made from and how, and how long it took. The only file with times in it.
struct RunRecord {
  var timings: [StageTiming]

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let options = content.options
    let results = content.results
    let data = content.data
    let files = folder.files
    let record = JSON.object([
      ("title", .text("School indicators, \(PeriodText.term(options.term, results.headlineYear))")),
      ("synthetic", .flag(data.isSynthetic)),
      ("started", .text(options.started)),
      ("command", .list(options.commandLine.map { .text($0) })),
      ("versions", .object(options.versions.map { ($0.name, .text($0.version)) })),
      ("options", self.options(options)),
      ("headline_year", .number(results.headlineYear.ending)),
      ("years", .list(results.years.map { .number($0.ending) })),
      ("inputs", .list(data.sources.map(input))),
      ("rules", .list(options.rules.map { ["path": .text($0.path), "sha256": .text($0.digest)] })),
      ("indicators", .list(results.indicators.map { .text($0.id) })),
      (
        "assumptions",
        .list(
          results.assumptions.map {
            ["id": .text($0.id), "choice": .text($0.choice), "reason": .text($0.reason)]
          })
      ),
      (
        "counts",
        [
          "authorities": .number(content.authorities.count),
          "schools": .number(results.schools.schools.count),
          "area_values": .number(results.values.count),
          "reconciled": .number(results.reconciliation.count),
          "reconciled_unexplained": .number(results.reconciliation.count { !$0.isExplained }),
        ]
      ),
      (
        "findings",
        .object(
          Severity.allCases.map { severity in
            (severity.rawValue, .number(content.findings.count { $0.severity == severity }))
          })
      ),
      (
        "findings_by_rule",
        .object(
          Dictionary(content.findings.map { ($0.rule, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }.map {
            ($0.key, .number($0.value))
          })
      ),
      ("outputs", .list(files.sorted { $0.key < $1.key }.map { ["path": .text($0.key), "bytes": .number($0.value)] })),
      ("seconds", .object(timings.map { ($0.stage, .decimal($0.seconds)) })),
    ])
    try folder.write(record.document, to: "run.json")
  }

  private func options(_ options: ReportOptions) -> JSON {
    [
      "term": .text(options.term.rawValue),
      "audience": .text(options.audience.rawValue),
      "formats": .list(ReportFormat.allCases.filter(options.formats.contains).map { .text($0.rawValue) }),
      "authorities": options.authorities.map { .list($0.map { .text($0.description) }) } ?? .null,
      "regions": options.regions.isEmpty ? .null : .list(options.regions.map { .text($0) }),
      "jobs": .number(options.jobs),
    ]
  }

  private func input(_ source: SourceFile) -> JSON {
    [
      "path": .text(source.path), "bytes": .number(source.bytes), "sha256": .text(source.digest),
      "layout": .text(source.layout), "rows": .number(source.rows),
      "years": .list(source.years.map { .number($0.ending) }),
    ]
  }
}
