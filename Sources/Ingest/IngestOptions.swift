import SchoolStatistics

/// What to read and how.
public struct IngestOptions: Sendable {
  /// Folders of CSV files, read with the folders inside them.
  public var dataFolders: [String]
  /// The folder of layouts, code lists and registers.
  public var referenceFolder: String
  /// The year of results whose file says none; nil where none is to be assumed.
  public var year: AcademicYear?
  /// Threads to keep busy, at least 1.
  public var jobs: Int

  public init(dataFolders: [String], referenceFolder: String, year: AcademicYear? = nil, jobs: Int = 1) {
    (self.dataFolders, self.referenceFolder) = (dataFolders, referenceFolder)
    (self.year, self.jobs) = (year, max(1, jobs))
  }
}

/// How far reading has come.
public struct IngestProgress: Sendable {
  public var filesRead: Int
  public var files: Int
  /// The file that was finished last.
  public var file: String
}
