import Foundation
import Packs
import SchoolStatistics
import Testing

@testable import Report

@Suite struct PackPageTests {
  @Test func `a page stays under 200 KB and stands by itself`() throws {
    let html = PackPage(PrintedPackTests.fullest).html.text
    if let path = ProcessInfo.processInfo.environment["PACK_OUT"] {
      try html.write(toFile: path, atomically: true, encoding: .utf8)
      try PackPage(PrintedPackTests.fullest).paper.document.write(
        toFile: path + ".json", atomically: true, encoding: .utf8)
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
    let html = PackPage(PrintedPackTests.fullest).html.text
    #expect(html.contains("Internal: headteacher, chair of governors, SIP, LA"))
    #expect(html.contains("Synthetic sample data"))
    #expect(html.contains("All quantitative data in a note of visit must be accurate"))
    #expect(html.contains("ks2_results-2009.csv"))
  }

  @Test func `concerns come before strengths, each with its question, and two sides before the evidence`() throws {
    var pack = PackFixture.pack(sentences: 3)
    pack.sentences[0].tone = .strength
    pack.sentences[0].lead = [.words("Good news")]
    pack.enquiries = ["one", "two", "three"].map { LineOfEnquiry(rule: "attainment-below-england", question: "\($0)?") }
    let sides = PackSides(pack)
    #expect(sides.said.map(\.question) == ["two?", "three?", "one?"])
    #expect(sides.said.last?.sentence.lead == [.words("Good news")])
    #expect(sides.charts.count == 6 && PackSides(PackFixture.pack()).charts.count == 3)
    #expect(sides.second.map(\.id) == ["attainment", "targets"])
    #expect(sides.evidence.map(\.id) == ["value-added", "groups", "past-targets", "attendance", "status"])
    pack.visit.season = .spring
    #expect(PackSides(pack).second.map(\.id) == ["targets", "attendance"] && PackSides(pack).leadsWithActions)
    let html = PackPage(pack).html.text
    #expect(try #require(html.range(of: "how far it is")).lowerBound < html.range(of: "What is notable")!.lowerBound)
  }

  @Test func `the foot of a page says school, day and version, and no name ends the style that says it`() {
    let name = "</style><b>\"O'Dowd\" Gŵyr; } *{"
    let html = PackPage(PackFixture.pack(name: name), imprint: "As on 1 September 2009").html.text
    #expect(!html.contains("</style><b>"))
    #expect(html.contains("Autumn visit 2009 \\b7  As on 1 September 2009\";"))
    #expect(html.contains("\\3c \\2f style\\3e "))
  }

  @Test func `the page for governors has every sentence and question, no rule, and the short forms spelled out`() {
    var pack = PackFixture.pack()
    pack.sentences[0].lead = [.words("Pupils with SEN do less well")]
    let html = GovernorsPage(pack: pack).html.text
    if let path = ProcessInfo.processInfo.environment["GOVERNORS_OUT"] {
      try? html.write(toFile: path, atomically: true, encoding: .utf8)
    }
    for sentence in pack.sentences { #expect(html.contains(sentence.lead.map(\.text).joined())) }
    #expect(html.contains("what will change for them by summer?"))
    #expect(html.contains("SEN: special educational needs.") && !html.contains("EAL:"))
    #expect(!html.contains("by more than chance at 95%") && !html.contains("<script"))
  }

  @Test func `page and paper say every sentence, question, section and action of the pack`() {
    var pack = PackFixture.pack()
    for index in pack.sentences.indices { pack.sentences[index].lead = [.words("Lead number \(index)")] }
    let (page, paper) = (PackPage(pack).html.text, PackPage(pack).paper.document)
    for text in pack.sentences.map({ $0.lead.map(\.text).joined() }) + pack.enquiries.map(\.question)
      + pack.agreedActions.map(\.action) + pack.sections.flatMap(\.paragraphs) + pack.flags.map(\.reason)
    {
      #expect(page.contains(text) && paper.contains(text), "\(text)")
    }
  }

  @Test func `self-evaluation forms are named in their years alone`() {
    #expect(Season.autumn.purposes(results: PackFixture.year).joined().contains("section A2 of the SEF"))
    #expect(!Season.summer.purposes(results: AcademicYear(ending: 2014)).joined().contains("SEF"))
  }

  @Test func `a school without anything notable is told so in words`() {
    let html = PackPage(PackFixture.pack(sentences: 0)).html.text
    #expect(html.contains("Nothing stands out"))
    #expect(!html.contains("<ol class=\"notable\">"))
  }
}
