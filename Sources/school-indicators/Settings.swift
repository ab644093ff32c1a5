import Foundation
import ReferenceFiles

/// What `school-indicators.json5` in the working folder says, so that a run of each term is one word. Options that are
/// typed go before it.
struct Settings: Decodable, Sendable {
  /// Folders of inputs.
  var data: Words?
  /// The folder that holds reports.
  var out: String?
  /// Codes or names of the authorities that reports and packs are about.
  var la: Words?
  /// Whom readers may ask, on the cover of workbooks.
  var contact: String?
  /// The folder of layouts, rulebook and code lists.
  var reference: String?

  static let fileName = "school-indicators.json5"

  /// One text, or a list of them.
  struct Words: Decodable, Sendable {
    var list: [String]
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      list = try (try? container.decode(String.self)).map { [$0] } ?? container.decode([String].self)
    }
  }

  static let found: Result<Settings, any Error> = Result {
    if !FileManager.default.fileExists(atPath: fileName) { return Settings() }
    return try ReferenceFile.decode(Settings.self, path: fileName)
  }

  /// Those found; none where there is a mistake, which ends the run before.
  static let current = (try? found.get()) ?? Settings()

  private init() {}

  static var data: [String] { current.data?.list ?? [shipped("sample")] }
  static var out: String { current.out ?? "Reports" }
  static var reference: String { current.reference ?? shipped("reference") }

  /// A folder that comes with the tool: of the project where the command runs in it, else beside the installed binary.
  private static func shipped(_ name: String) -> String {
    let here = "Data/" + name
    if FileManager.default.fileExists(atPath: here) { return here }
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed =
      binary.deletingLastPathComponent().deletingLastPathComponent().path + "/share/school-indicators/" + name
    return FileManager.default.fileExists(atPath: installed) ? installed : here
  }
}
