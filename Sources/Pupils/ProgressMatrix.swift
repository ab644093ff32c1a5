import ReferenceFiles

/// Whether a pupil made the progress of a matrix.
public enum Progress: Character, Sendable {
  case made = "Y"
  case notMade = "N"
  /// Out of the denominator.
  case excluded = "x"
}

/// Prior level by result: what counts as the expected progress. Source: rulebook §1.4.
public struct ProgressMatrix: Sendable {
  public let id: String
  public let title: String
  public let source: String
  public let certainty: String
  /// In the order of the file.
  public let results: [String]
  private let rows: [String: [Progress]]

  /// Nil for a prior level or a result that the matrix does not judge. `none` is no prior level, or no result.
  public func progress(from prior: String, to result: String) -> Progress? {
    guard let row = rows[prior], let column = results.firstIndex(of: result) else { return nil }
    return row[column]
  }
  /// Prior levels that have a row.
  public var priors: Set<String> { Set(rows.keys) }
}

extension ProgressMatrix: Decodable {
  private enum CodingKeys: String, CodingKey { case id, title, source, certainty, results, rows }

  public init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    id = try file.decode(String.self, forKey: .id)
    title = try file.decode(String.self, forKey: .title)
    source = try file.decode(String.self, forKey: .source)
    certainty = try file.decode(String.self, forKey: .certainty)
    let results = try file.decode([String].self, forKey: .results)
    self.results = results
    rows = try file.decode([String: String].self, forKey: .rows).mapValues { text in
      let cells = text.split(separator: " ").compactMap { $0.count == 1 ? Progress(rawValue: $0.first!) : nil }
      guard cells.count == results.count, text.split(separator: " ").count == results.count else {
        throw DecodingError.dataCorruptedError(
          forKey: .rows, in: file,
          debugDescription: "'\(text)' should be \(results.count) of Y, N and x, one a result")
      }
      return cells
    }
  }
}

/// The matrices, and how levels of key stage 1 become prior levels.
public struct ProgressRules: Sendable, Decodable {
  private struct Level: Decodable {
    var from: Double
    var level: String
  }
  private let keyStage1Points: [String: Int]
  private let keyStage1Levels: [Level]
  public let matrices: [ProgressMatrix]

  private enum CodingKeys: String, CodingKey {
    case keyStage1Points = "key_stage_1_points"
    case keyStage1Levels = "key_stage_1_levels"
    case matrices
  }

  /// Reads `pupils/progress.json5` of the reference folder.
  public static func load(referenceFolder: String) throws(ReferenceMistake) -> ProgressRules {
    try ReferenceFile.decode(ProgressRules.self, path: referenceFolder + "/pupils/progress.json5")
  }

  public subscript(id: String) -> ProgressMatrix? { matrices.first { $0.id == id } }

  /// Points of a level of key stage 1; nil for none (absent, disapplied, or no level).
  public func keyStage1Points(_ level: String) -> Int? { keyStage1Points[level] }

  /// The level in English: that of the average of reading and writing points, or of the one that is there. `none` without
  /// either.
  public func keyStage1English(reading: String, writing: String) -> String {
    let points = [reading, writing].compactMap { keyStage1Points[$0] }
    guard !points.isEmpty else { return "none" }
    let mean = Double(points.reduce(0, +)) / Double(points.count)
    return keyStage1Levels.last { $0.from <= mean }?.level ?? "none"
  }
}
