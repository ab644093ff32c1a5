import Foundation
import TestSupport
import Testing

@testable import Packs

@Suite struct RuleListTests {
  @Test func `every file of the rules folder is in the list of rules`() throws {
    let folder = ProjectFolders.root + "/Sources/Packs/Rules"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.map {
      String($0.dropLast(6))
    }
    let listed = Set(NotableRules.all.map { "\(type(of: $0))" })
    #expect(Set(files) == listed, "one rule a file, and every one in NotableRules.all")
  }

  @Test func `ids differ, weights lie between 1 and 100, and rules supersede rules that exist`() {
    let ids = NotableRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in NotableRules.all {
      #expect((1...100).contains(rule.weight))
      for other in rule.supersedes { #expect(ids.contains(other), "\(rule.id) supersedes '\(other)'") }
    }
  }
}
