import Foundation
import ReferenceFiles
import SchoolStatistics

/// Reads the catalogue, the assumptions and the rules of every year.
///
/// `referenceFolder` holds `indicators.json5`, `assumptions.json5`, `comparison.json5` and `rulebook/<year>.json5`.
/// Throws where a file is missing, unreadable or contradicts the catalogue.
public func loadRulebook(referenceFolder: String, jobs: Int = 1) throws(RulebookError) -> Rulebook {
  struct Catalogue: Decodable { var indicators: [CatalogueEntry] }
  let folder = referenceFolder.hasSuffix("/") ? String(referenceFolder.dropLast()) : referenceFolder
  let cataloguePath = folder + "/indicators.json5"
  let catalogue = try decodeReferenceFile(Catalogue.self, cataloguePath).indicators
  var ids: Set<String> = []
  for entry in catalogue where !ids.insert(entry.indicator.id).inserted {
    throw .duplicateIndicator(path: cataloguePath, id: entry.indicator.id)
  }
  let years = try yearRules(in: folder + "/rulebook", catalogue: ids, jobs: jobs)
  return Rulebook(
    catalogue: catalogue, years: years, choices: try choices(folder + "/assumptions.json5"),
    comparison: try decodeReferenceFile(ComparisonRules.self, folder + "/comparison.json5"))
}

private func choices(_ path: String) throws(RulebookError) -> Choices {
  let entries = try decodeReferenceFile(AssumptionsFile.self, path).assumptions
  for entry in entries where !entry.isAllowed {
    throw .invalidChoice(path: path, id: entry.id, choice: entry.choice, allowed: entry.allowed)
  }
  return Choices(assumptions: entries.map { Assumption(id: $0.id, choice: $0.choice, reason: $0.reason) })
}

private func yearRules(in folder: String, catalogue: Set<String>, jobs: Int) throws(RulebookError) -> [YearRules] {
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
    throw .file(.missing(path: folder))
  }
  let files = names.filter { $0.hasSuffix(".json5") }.sorted()
  guard !files.isEmpty else { throw .file(.missing(path: folder + "/2009.json5")) }
  let contents = mapInParallel(files.count, block: 1, jobs: jobs) { file in
    Result { () throws(RulebookError) in try decodeReferenceFile(YearFile.self, folder + "/" + files[file]) }
  }
  var rules: [YearRules] = []
  for (name, content) in zip(files, contents) {
    let path = folder + "/" + name
    let file = try content.get()
    guard name == "\(file.year).json5" else {
      throw .file(
        .invalid(
          path: path, line: nil,
          reason: "year '\(file.year)' does not match the file's name; name it '\(file.year).json5'"))
    }
    var earlier: YearRules?
    if let inherited = file.inherits {
      earlier = rules.first { $0.year == inherited }
      if earlier == nil { throw .invalidInheritance(path: path, year: inherited) }
    }
    let year = file.rules(from: earlier)
    for id in year.indicators.union(year.breaks.keys).sorted() where !catalogue.contains(id) {
      throw .unknownIndicator(path: path, id: id)
    }
    rules.append(year)
  }
  return rules
}

/// Reads a file of reference data, or says where it is not what it should be.
func decodeReferenceFile<Content: Decodable>(
  _ type: Content.Type, _ path: String, keys: ReferenceFile.Keys = .asNamed
) throws(RulebookError) -> Content {
  do { return try ReferenceFile.decode(type, path: path, keys: keys) } catch { throw .file(error) }
}
