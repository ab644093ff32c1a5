import Indicators
import Ingest
import SchoolStatistics

/// The files of reference data that a run used, with their SHA-256: catalogue, rules of its years and those that they
/// inherit from, choices, and the layouts of the files that it read.
func rulesUsed(_ folder: String, _ data: SchoolData, _ results: IndicatorResults) -> [(path: String, digest: String)] {
  let last = results.headlineYear.ending
  // A year's rules build on those of the years before it, 2006 first.
  let years = (2006...max(2006, last)).reversed().map { "rulebook/\($0).json5" }
  let layouts = Set(data.sources.map(\.layout)).subtracting([""]).sorted().map { "layouts/\($0).json5" }
  let names =
    ["indicators.json5"] + years
    + [
      "assumptions.json5", "comparison.json5", "ambition.json5", "measures.json5", "codes.json5",
      "local_authorities.csv", "local_authority_changes.json5",
    ] + layouts
  return names.compactMap { name in
    let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
    return digest(ofFile: path).map { (path, $0) }
  }
}
