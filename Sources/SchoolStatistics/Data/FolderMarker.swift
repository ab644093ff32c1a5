/// What the tool leaves in every folder that it wrote. Only a folder that carries it may be replaced.
package struct FolderMarker: Codable, Sendable {
  package static let fileName = ".school-indicators.json"
  package static let ownTool = "school-indicators"

  package enum Kind: String, Codable, Sendable { case report, comparison, packs, check, sample }

  package var tool = Self.ownTool
  package var kind: Kind
  /// Where the folder belongs, from the folder that holds reports.
  package var place: String
  /// What a run may leave out and this one did not: `html`, `xlsx`.
  package var scope: [String]
  /// The files that the run wrote, by their paths inside the folder; nil until the run is complete.
  package var files: [String]?

  package init(kind: Kind, place: String, scope: [String], files: [String]? = nil) {
    (self.kind, self.place, self.scope, self.files) = (kind, place, scope, files)
  }
}
