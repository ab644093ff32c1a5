import SchoolStatistics

/// The outputs of a report, in the order they are written.
let reportOutputs: [any ReportOutput] = [
  IndicatorsTable(), SchoolsTable(), ReconciliationTable(), CountedSchoolsTable(), SchoolTargetsTable(),
  AreaTargetsTable(), DashboardTable(), DataPackage(),
  QualityTable(), QualityPage(), IndexPage(), MethodPage(), FindSchoolPage(), AuthorityPages(), SchoolPages(),
  TargetPages(), DashboardPages(), PositionPages(),
  RegionPages(),
  OpenDataFiles(), AuthorityWorkbooks(), TargetWorksheetTables(), TargetWorksheetWorkbooks(), RegionWorkbooks(),
]

/// What may leave the authority: outputs that read the one decision on publication, or hold no figure.
let publicOutputs: [any ReportOutput] = [DataPackage(), OpenDataFiles()]

/// The outputs of the regional comparison alone.
let comparisonOutputs: [any ReportOutput] = [ComparisonIndexPage(), MethodPage(), RegionPages(), RegionWorkbooks()]

/// Writes the report of a run, `Reports/2009-autumn` (of one authority: `Reports/2009-autumn-la-902`; the comparison
/// alone: `Reports/2009-autumn-comparison`), beside its place and moves it in when it is complete. Packs in it stay.
///
/// - Parameters:
///   - notice: is told what will be replaced and what stays.
///   - progress: is told how much is written, 0 to 1, on any thread.
/// The same run and options give the same bytes in every file but `run.json`, which alone holds times.
///
/// - Throws: an error that names the file; the earlier report is then as it was.
public func writeReport(
  _ run: Run, _ options: ReportOptions, notice: (String) -> Void = { _ in },
  progress: @escaping @Sendable (Double) -> Void = { _ in }
) throws(ReportError) -> ReportSummary {
  let content = try ReportContent(run, options)
  let isComparison = options.kind == .comparison
  let placement = Placement(
    outFolder: options.outFolder, name: options.folderName(run.results.headlineYear),
    kind: isComparison ? .comparison : .report, scope: options.scope, inputs: options.inputs,
    replacesMore: options.replacesMore)
  if options.formats.contains(.csv), options.tables.contains(.openData), !isComparison {
    guard content.publication.recovered.isEmpty else {
      throw .canBeWorkedOut(figures: content.publication.recovered)
    }
    notice(content.publication.summary)
  }
  return try StagedFolder.write(placement, notice: notice) { (folder) throws(ReportError) in
    let clock = ContinuousClock()
    var timings = run.timings
    let kinds =
      isComparison ? comparisonOutputs : options.audience == .public ? publicOutputs : reportOutputs
    let outputs = kinds.filter { $0.isWanted(options) }
    let expected = outputs.map { $0.isPerAuthority ? content.authorities.count : 1 }
    let all = Double(max(expected.reduce(0, +), 1))
    var done = 0
    for (output, expected) in zip(outputs, expected) {
      let start = clock.now
      let (before, written) = (done, folder.files.count)
      folder.watch { progress(Double(before + min($0 - written, expected)) / all) }
      defer { done += expected }
      try output.write(content, to: folder)
      let taken = (clock.now - start).components
      timings.append(
        StageTiming(
          stage: "report: \(type(of: output))", seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18))
    }
    try RunRecord(timings: timings).write(content, to: folder)
    let files = folder.files
    return ReportSummary(
      folder: placement.path, start: files["index.html"] == nil ? nil : "index.html", files: files.count,
      bytes: files.values.reduce(0, +), authorities: content.authorities.count,
      findings: Dictionary(content.findings.map { ($0.severity, 1) }, uniquingKeysWith: +))
  }
}
