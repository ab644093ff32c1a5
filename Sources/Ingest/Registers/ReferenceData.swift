import CSV
import Foundation
import ReferenceFiles

/// The lists that a reference folder holds besides the layouts.
struct ReferenceData {
  let measures: MeasureList
  let codes: CodeLists
  let layouts: LayoutLibrary
  let pupils: PupilReference
  let standard: OpenDataStandard
  /// The built-in list of authorities.
  let authorities: [RegisterRecord]
  let changes: [AuthorityChange]
  /// Years that have a rulebook; empty where the folder holds none.
  let years: [Int]

  init(folder: String, jobs: Int) throws(IngestError) {
    measures = try MeasureList(path: folder + "/measures.json5")
    codes = try CodeLists(path: folder + "/codes.json5")
    standard = try OpenDataStandard(referenceFolder: folder)
    layouts = try LayoutLibrary(folder: folder + "/layouts", measures: measures, standard: standard, jobs: jobs)
    do { pupils = try PupilReference(folder: folder) } catch { throw .referenceFile(error) }
    authorities = try Self.authorities(folder + "/local_authorities.csv")
    changes = try ReferenceFile.read([AuthorityChange].self, path: folder + "/local_authority_changes.json5")
    let rules = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/rulebook")) ?? []
    years = rules.compactMap { $0.hasSuffix(".json5") ? Int($0.dropLast(6)) : nil }.sorted()
  }

  private static func authorities(_ path: String) throws(IngestError) -> [RegisterRecord] {
    do {
      let file = try CSVFile(path: path)
      let names = try file.header().names
      let parts = try file.read(
        columns: Array(names.indices), parts: 1, makeState: { _ in [RegisterRecord]() },
        body: { records, record in
          let texts = names.indices.map { record.text($0) }
          records.append(RegisterRecord(line: record.line, fields: names, texts: texts))
        })
      return parts.flatMap(\.state)
    } catch {
      throw .reference(path, reason: "\(error)")
    }
  }
}
