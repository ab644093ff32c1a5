import Foundation
import SchoolStatistics

/// Reads the catalogue, the assumptions and the rules of every year.
///
/// `referenceFolder` holds `indicators.json5`, `assumptions.json5`, `comparison.json5` and `rulebook/<year>.json5`.
/// Throws where a file is missing, unreadable or contradicts the catalogue.
public func loadRulebook(referenceFolder: String) throws(RulebookError) -> Rulebook {
  struct Catalogue: Decodable { var indicators: [CatalogueEntry] }
  let folder = referenceFolder.hasSuffix("/") ? String(referenceFolder.dropLast()) : referenceFolder
  let cataloguePath = folder + "/indicators.json5"
  let catalogue: [CatalogueEntry]
  do {
    catalogue = try decodeReferenceFile(Catalogue.self, cataloguePath).indicators
  } catch .invalidFile(let path, let reason) {
    throw .invalidFile(path: path, reason: namingIndicator(reason, path))
  }
  var ids: Set<String> = []
  for entry in catalogue where !ids.insert(entry.indicator.id).inserted {
    throw .duplicateIndicator(path: cataloguePath, id: entry.indicator.id)
  }
  let years = try yearRules(in: folder + "/rulebook", catalogue: ids)
  return Rulebook(
    catalogue: catalogue, years: years, choices: try choices(folder + "/assumptions.json5"),
    comparison: try decodeReferenceFile(ComparisonRules.self, folder + "/comparison.json5"))
}

/// A mistake in the catalogue with the id of its indicator in place of the position among all.
private func namingIndicator(_ reason: String, _ path: String) -> String {
  struct Named: Decodable { var id: String? }
  struct Names: Decodable { var indicators: [Named] }
  guard let match = reason.firstMatch(of: /'indicators\[(\d+)\]\.?/), let position = Int(match.1),
    let names = try? decodeReferenceFile(Names.self, path).indicators, position < names.count,
    let id = names[position].id
  else { return reason }
  // `'indicators[35].unit' should be` and `missing in 'indicators[35]'`.
  let rest = reason[match.range.upperBound...]
  let isWhole = rest.hasPrefix("'")
  return reason[..<match.range.lowerBound] + (isWhole ? "indicator '\(id)" : "indicator '\(id)': '") + rest
}

private func choices(_ path: String) throws(RulebookError) -> Choices {
  let entries = try decodeReferenceFile(AssumptionsFile.self, path).assumptions
  for entry in entries where !entry.isAllowed {
    throw .invalidChoice(path: path, id: entry.id, choice: entry.choice, allowed: entry.allowed)
  }
  return Choices(assumptions: entries.map { Assumption(id: $0.id, choice: $0.choice, reason: $0.reason) })
}

private func yearRules(in folder: String, catalogue: Set<String>) throws(RulebookError) -> [YearRules] {
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
    throw .missingFile(path: folder)
  }
  let files = names.filter { $0.hasSuffix(".json5") }.sorted()
  guard !files.isEmpty else { throw .missingFile(path: folder + "/2009.json5") }
  let contents = mapInParallel(files.count, block: 1) { file in
    Result { () throws(RulebookError) in try decodeReferenceFile(YearFile.self, folder + "/" + files[file]) }
  }
  var rules: [YearRules] = []
  for (name, content) in zip(files, contents) {
    let path = folder + "/" + name
    let file = try content.get()
    guard name == "\(file.year).json5" else {
      throw .invalidFile(
        path: path, reason: "year '\(file.year)' does not match the file's name; name it '\(file.year).json5'")
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
  _ type: Content.Type, _ path: String, keys: JSONDecoder.KeyDecodingStrategy = .useDefaultKeys
) throws(RulebookError) -> Content {
  guard let bytes = FileManager.default.contents(atPath: path) else { throw .missingFile(path: path) }
  let decoder = JSONDecoder()
  decoder.allowsJSON5 = true
  decoder.keyDecodingStrategy = keys
  do {
    return try decoder.decode(type, from: bytes)
  } catch let error as DecodingError {
    throw .invalidFile(path: path, reason: reason(error))
  } catch {
    throw .invalidFile(path: path, reason: "cannot be read as JSON5")
  }
}

/// Where in the file the error is, and what was expected there.
private func reason(_ error: DecodingError) -> String {
  func place(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return path.isEmpty ? key.stringValue : path + "." + key.stringValue
    }
  }
  switch error {
  case .keyNotFound(let key, let context):
    return "'\(key.stringValue)' is missing in '\(place(context.codingPath))'; add it"
  case .typeMismatch(let type, let context):
    return "'\(place(context.codingPath))' should be of type \(type)"
  case .valueNotFound(let type, let context):
    return "'\(place(context.codingPath))' is empty and should be of type \(type)"
  case .dataCorrupted(let context):
    let path = place(context.codingPath)
    return path.isEmpty ? "is not JSON5: \(context.debugDescription)" : "'\(path)': \(context.debugDescription)"
  @unknown default:
    return "cannot be read as JSON5"
  }
}
