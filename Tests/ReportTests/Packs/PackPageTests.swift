import Foundation
import SchoolStatistics
import Testing

@testable import Report

@Suite struct PackPageTests {
  @Test func `a page stays under 200 KB and stands by itself`() throws {
    let html = PackPage(PackFixture.pack()).html.text
    if let path = ProcessInfo.processInfo.environment["PACK_OUT"] {
      try html.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(html.utf8.count < 200_000)
    #expect(!html.contains("http:") && !html.contains("https:"), "nothing is loaded from elsewhere")
    #expect(!html.contains("<script"))
  }

  @Test func `ampersand, apostrophe and Welsh letters come through as the school writes them`() {
    let html = PackPage(PackFixture.pack(name: "St Mary & St Joseph's, Ysgol Tŷ Gŵyr <Ffordd>")).html.text
    #expect(html.contains("St Mary &amp; St Joseph&#39;s, Ysgol Tŷ Gŵyr &lt;Ffordd&gt;"))
    #expect(!html.contains("<Ffordd>"))
  }

  @Test func `every pack says who may read it, that it is synthetic and where its figures come from`() {
    let html = PackPage(PackFixture.pack()).html.text
    #expect(html.contains("Internal: headteacher, chair of governors, SIP, LA"))
    #expect(html.contains("Synthetic sample data"))
    #expect(html.contains("All quantitative data in a note of visit must be accurate"))
    #expect(html.contains("ks2_results-2009.csv"))
  }

  @Test func `a school without anything notable is told so in words`() {
    let html = PackPage(PackFixture.pack(sentences: 0)).html.text
    #expect(html.contains("Nothing stands out"))
    #expect(!html.contains("<ol class=\"notable\">"))
  }
}
