import SchoolStatistics

/// `tables/ees/<theme>.csv` and `.meta.csv`: publishing files in the DfE open-data standard.
///
/// National, regional and authority rows only; rows about schools would need files of their own. The places of
/// synthetic data are in no official lookup, so the screener's geography checks cannot pass on them.
struct OpenDataFiles: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .openData

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    for theme in openDataThemes {
      guard let table = OpenDataTable(theme, content) else { continue }
      try folder.write(table.data(), to: "tables/ees/\(theme.name).csv")
      try folder.write(table.metadata(), to: "tables/ees/\(theme.name).meta.csv")
    }
  }
}
