import Foundation

/// The folder being written: hands out table files and describes them at the end.
final class SampleFolder {
  let path: String
  private var tables: [TableFile] = []

  init(path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Opens the file of a table that is not split by year.
  func table(_ layout: TableLayout) throws -> TableFile {
    let file = try TableFile(folder: path, layout: layout, year: nil)
    tables.append(file)
    return file
  }

  /// Opens a file for each sample year.
  func yearlyTables(_ layout: TableLayout) throws -> [TableFile] {
    try SampleYears.all.map { year in
      let file = try TableFile(folder: path, layout: layout, year: year)
      tables.append(file)
      return file
    }
  }

  /// Closes all files and writes `datapackage.json`.
  func close() throws -> SampleSummary {
    for table in tables { try table.close() }
    let sorted = tables.sorted { $0.path < $1.path }
    let description = DataPackage(tables: sorted.map { ($0.layout, $0.year, $0.path) }).json
    try Data(description.utf8).write(to: URL(filePath: path).appending(path: "datapackage.json"))
    let rows = Dictionary(uniqueKeysWithValues: tables.map { ($0.path, $0.rows) })
    let paths = (sorted.map(\.path) + ["datapackage.json"]).sorted()
    return SampleSummary(
      files: try paths.map { file in
        SampleSummary.File(path: file, rows: rows[file] ?? 0, bytes: try byteCount(of: file))
      })
  }

  private func byteCount(of file: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
    return (attributes[.size] as? Int) ?? 0
  }
}
