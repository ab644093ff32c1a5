import Foundation
import TestSupport
import Testing

/// `docs/rulebook`: what the source and the reference data cite.
@Suite struct RulebookPagesTests {
  private func files(in folder: String, endingIn endings: [String]) -> [URL] {
    let root = URL(fileURLWithPath: ProjectFolders.root).appending(path: folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { name in endings.contains { name.hasSuffix($0) } }.map { root.appending(path: $0) }
  }

  @Test func `every section that the source or the reference data cite stands in the rulebook`() throws {
    var sections: Set<Substring> = []
    for page in files(in: "docs/rulebook", endingIn: [".md"]) {
      for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") where line.hasPrefix("#") {
        sections.formUnion(line.matches(of: /\d+(\.\d+)?/).map(\.output.0))
      }
    }
    #expect(sections.contains("7.4"))
    var missing: Set<String> = []
    for file in files(in: "Sources", endingIn: [".swift"]) + files(in: "Data/reference", endingIn: [".json5", ".md"]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for citation in text.matches(of: /[Rr]ulebook §+(\d+(\.\d+)?)/) where !sections.contains(citation.output.1) {
        missing.insert("\(file.lastPathComponent): §\(citation.output.1)")
      }
    }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }
}
