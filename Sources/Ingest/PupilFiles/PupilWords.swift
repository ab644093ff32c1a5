import Pupils
import ReferenceFiles
import SchoolStatistics

/// What a word in a column of pupils means: a position in the meanings of its kind, or why there is none.
struct PupilMeaning: Hashable, Sendable {
  /// From 0 a meaning; below, minus the raw value of a `MissingReason`; `unknown`.
  let code: Int8

  static let unknown = PupilMeaning(code: .min)
  static let blank = PupilMeaning(.blank)

  init(code: Int8) { self.code = code }
  init(_ reason: MissingReason) { code = -Int8(clamping: Int(reason.rawValue)) }

  var index: Int? { code >= 0 ? Int(code) : nil }
  /// Why the file gives no result, where it says so; a blank says nothing.
  var reason: Int32? { code < 0 && self != .unknown && self != .blank ? Int32(clamping: code) : nil }
}

/// The words of one kind of column, to look cells up in without making strings.
final class PupilWordList: Sendable {
  /// In the order of `pupils/words.json5` sorted.
  let meanings: [String]
  private let first: [UInt64: PupilMeaning]
  /// Words of one letter, which most are.
  private let letters: [PupilMeaning]

  init(_ words: [String: [String]]) {
    meanings = words.keys.sorted()
    var found: [UInt64: PupilMeaning] = [:]
    for (index, meaning) in meanings.enumerated() {
      for word in words[meaning] ?? [] {
        if let key = Array(word.utf8).span.shortWord { found[key] = PupilMeaning(code: Int8(clamping: index)) }
      }
    }
    first = found
    letters = (0..<256).map { found[$0] ?? .unknown }
  }

  subscript(_ meaning: String) -> Int { meanings.firstIndex(of: meaning) ?? -1 }

  func meaning(_ bytes: Span<UInt8>, _ codes: MissingCodes) -> PupilMeaning {
    if bytes.count == 1 {
      let byte = bytes[0]
      let found = letters[Int((0x61...0x7a).contains(byte) ? byte - 0x20 : byte)]
      if found != .unknown { return found }
    }
    let text = bytes.extracting(bytes.withoutBlanks)
    if text.isEmpty { return .blank }
    if let key = text.shortWord, let found = first[key] { return found }
    return codes[text].map { PupilMeaning($0) } ?? .unknown
  }
}

/// What reference data say of pupils: the words of their columns, and levels of progress.
final class PupilReference: Sendable {
  let lists: [String: PupilWordList]
  /// Progress by prior level and result: for each pair 1 made, 0 not made, 2 out of the denominator.
  let twoLevels: [[UInt8]]
  let threeLevels: [[UInt8]]
  /// The prior level in English, a row of `twoLevels`, by levels in reading and in writing (the last is none).
  let keyStage1English: [[Int]]

  subscript(_ kind: String) -> PupilWordList { lists[kind] ?? PupilWordList([:]) }

  init(folder: String) throws(ReferenceMistake) {
    let words = try ReferenceFile.decode([String: [String: [String]]].self, path: folder + "/pupils/words.json5")
    let rules = try ProgressRules.load(referenceFolder: folder)
    let lists = words.mapValues { PupilWordList($0) }
    self.lists = lists
    func meanings(_ kind: String) -> [String] { lists[kind]?.meanings ?? [] }
    func table(_ id: String, _ priors: [String], _ results: [String], _ row: (String) -> String) -> [[UInt8]] {
      priors.map { prior in
        results.map { result in
          switch rules[id]?.progress(from: row(prior), to: result) {
          case .made: 1
          case .notMade: 0
          default: 2
          }
        }
      }
    }
    let priors = ["none", "W", "1", "2C", "2B", "2A", "3", "4"]
    twoLevels = table("ks1-ks2-two-levels", priors, meanings("ks2_level")) { $0 }
    // A level below the tests may be any of W, 1 and 2, as B is; the ceiling of level 6 is that of level 5.
    threeLevels = table("ks2-ks4-three-levels", meanings("ks2_level"), meanings("grade")) {
      $0 == "W" || $0 == "1" ? "B" : $0 == "6" ? "5" : $0
    }
    let levels = meanings("ks1_level") + ["none"]
    keyStage1English = levels.map { reading in
      levels.map { priors.firstIndex(of: rules.keyStage1English(reading: reading, writing: $0)) ?? 0 }
    }
  }
}
