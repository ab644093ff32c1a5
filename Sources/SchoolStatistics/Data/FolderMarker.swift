/// The file by which a folder that the tool wrote is known: only such a folder may be replaced, and none is an input.
package enum FolderMarker {
  package static let fileName = ".school-indicators.json"
}
