/// Why a file of reference data cannot be used.
public enum ReferenceMistake: Error, Hashable, Sendable {
  case missing(path: String)
  /// The text is not what it should be; `reason` says where.
  case invalid(path: String, line: Int?, reason: String)
  /// A key that means nothing where it stands; `known` are those that do, in the order of the alphabet.
  case unknownKey(path: String, line: Int, key: String, known: [String])
}

extension ReferenceMistake: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "reference file '\(path)' is not there; name the folder that holds it with --reference"
    case .invalid(let path, let line, let reason):
      path + (line.map { ":\($0)" } ?? "") + ": error: [reference] " + reason
    case .unknownKey(let path, let line, let key, let known):
      "\(path):\(line): error: [reference] key '\(key)' means nothing here; "
        + (key.nearest(among: known).map { "did you mean '\($0)'?" }
          ?? "keys here are \(known.map { "'\($0)'" }.joined(separator: ", "))")
    }
  }
}

extension String {
  /// The word that takes the fewest letters put in, left out, changed or swapped, where those are no more than a third of its
  /// own; of several the first.
  public func nearest(among words: [String]) -> String? {
    words.map { (word: $0, distance: distance(to: $0)) }.min { $0.distance < $1.distance }
      .flatMap { $0.distance * 3 <= max($0.word.count, 3) ? $0.word : nil }
  }

  /// Letters to put in, leave out, change or swap with the next (optimal string alignment). O(n·m).
  private func distance(to other: String) -> Int {
    let (a, b) = (Array(self), Array(other))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = Swift.min(rows[i][j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, rows[i][j + 1] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = Swift.min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
