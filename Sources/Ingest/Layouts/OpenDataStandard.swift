import ReferenceFiles
import SchoolStatistics

/// What files of the open-data standard have in common, and the words of their filters: `open-data.json5`.
struct OpenDataStandard: Decodable, Sendable {
  /// Columns that tell rows of one place and year apart, by whichever name a file has.
  struct Filter: Decodable, Sendable {
    var columns: [String]
    /// What a word makes of its row.
    var words: [String: Meaning]?
    /// True where other words are known and not used.
    var othersUnused: Bool?
    /// True where the word says nothing of a row about a school.
    var areasOnly: Bool?
  }
  struct Meaning: Decodable, Sendable {
    var group: PupilGroup?
    var variant: String?
    var basis: Basis?
    /// True where rows with the word are known and not used.
    var unused: Bool?
  }

  /// What a layout has where it says nothing else.
  private var codes: [String]
  private var years: YearRule
  private var rows: [RowRule]
  private var keys: KeyColumns
  /// Words that stand for no narrowing at all.
  let totals: [String]
  let filters: [Filter]

  init(referenceFolder: String) throws(IngestError) {
    self = try ReferenceFile.read(Self.self, path: referenceFolder + "/open-data.json5")
  }

  /// The layout with what the standard gives it.
  func completing(_ layout: Layout) -> Layout {
    guard layout.openData == true else { return layout }
    var layout = layout
    layout.codes = layout.codes ?? codes
    layout.years = layout.years ?? years
    layout.rows = layout.rows ?? rows
    layout.keys = layout.keys ?? keys
    return layout
  }
}
