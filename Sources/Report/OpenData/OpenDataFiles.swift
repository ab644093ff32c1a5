import SchoolStatistics

/// `tables/ees/<theme>.csv` and `.meta.csv`: publishing files in the DfE open-data standard.
///
/// What would tell about single pupils is left out (``PublicationDecision``). National, regional and authority rows only;
/// rows about schools would need files of their own. The places of synthetic data are in no official lookup, so the
/// screener's geography checks cannot pass on them.
struct OpenDataFiles: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .openData

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let tables = content.openData
    try inOrder(tables.count, jobs: content.options.jobs) { (index) throws(ReportError) in
      (name: tables[index].theme.name, data: tables[index].data(), metadata: tables[index].metadata())
    } use: { (made) throws(ReportError) in
      try folder.write(made.data, to: "tables/ees/\(made.name).csv")
      try folder.write(made.metadata, to: "tables/ees/\(made.name).meta.csv")
    }
  }
}
