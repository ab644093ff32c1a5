import Foundation
import HTML
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest
@testable import Report

@Suite struct PagePolicyTests {
  @Test func `the policy of a page with a script names that script and no other`() throws {
    let page = Document(title: "", script: Document.script).html { "<p></p>" }.text
    let script = page.firstMatch(of: /<script>((?s:.)*?)<\/script>/)!.1
    let folder = try TemporaryFolder()
    let digest = try #require(Ingest.digest(ofFile: try folder.write("script.js", String(script))))
    let bytes = stride(from: 0, to: digest.count, by: 2).map { UInt8(digest.dropFirst($0).prefix(2), radix: 16)! }
    #expect(Document.scriptDigest == "sha256-" + Data(bytes).base64EncodedString())
    #expect(page.contains("script-src 'sha256-"))
  }

  @Test func `a page without a script may run none, and no page loads or sends anything`() {
    for script in [HTML(), Document.script] {
      let page = Document(title: "", script: script).html { "<p></p>" }.text
      #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none';"))
      #expect(page.contains("form-action 'none'"))
      #expect(page.contains("script-src") != script.isEmpty)
    }
  }
}
