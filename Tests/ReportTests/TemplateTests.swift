import Foundation
import TestSupport
import Testing

@testable import Report

@Suite struct TemplateTests {
  private static let folder = ProjectFolders.root + "/Sources/Report"

  @Test func `every template in the folder is known by its name`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/Templates").filter {
      $0.hasSuffix(".mustache")
    }
    #expect(Set(names) == Set(Templates.sources.keys.map { $0 + ".mustache" }))
  }

  @Test func `only finished markup goes into a page unescaped`() {
    for (name, bytes) in Templates.sources {
      let unescaped = String(decoding: bytes, as: UTF8.self).matches(of: #/\{\{\{([^}]+)\}\}\}/#).map { String($0.1) }
      #expect(Set(unescaped).isSubset(of: ["main", ".", "chart", "assumptions", "strip", "moves"]), "\(name)")
    }
  }

  @Test func `one file alone knows the template language`() throws {
    let files = (FileManager.default.enumerator(atPath: Self.folder)?.allObjects as? [String] ?? []).filter {
      $0.hasSuffix(".swift")
    }
    let importers = try files.filter {
      try String(contentsOfFile: Self.folder + "/" + $0, encoding: .utf8).contains("import Mustache")
    }
    #expect(importers == ["Pages/Templates.swift"])
  }

  @Test func `every partial that a template includes exists`() {
    for (name, bytes) in Templates.sources {
      for match in String(decoding: bytes, as: UTF8.self).matches(of: #/\{\{>([^}]+)\}\}/#) {
        #expect(Templates.sources[String(match.1)] != nil, "\(name) includes \(match.1)")
      }
    }
  }

  @Test func `text is escaped however many braces a template has, and finished markup is not`() {
    let row = Templates.render("la", ["sections": ["<b>&'\"", .markup(Markup("<i></i>"))]]).text
    #expect(row.contains("&lt;b&gt;&amp;&#39;&quot;") && row.contains("<i></i>"))
  }

  @Test func `empty values leave their section out`() {
    #expect(
      Templates.render("change", ["class": "same", "amount": "", "reason": "not comparable"]).text
        == "<span class=\"change same\"><small>not comparable</small></span>\n")
  }
}
