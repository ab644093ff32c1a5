/// What was written: files, rows and bytes.
public struct SampleSummary: Sendable, Equatable {
  /// One file of the folder.
  public struct File: Sendable, Equatable {
    /// Path inside the folder.
    public var path: String
    /// Rows without the header.
    public var rows: Int
    public var bytes: Int
  }

  /// In the order of their paths, `datapackage.json` among them without rows.
  public var files: [File]

  public var rows: Int { files.reduce(0) { $0 + $1.rows } }
  public var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
}
