import Packs
import SchoolStatistics
import Testing

@Suite struct ProportionWordsTests {
  /// The table of the Kent Improvement Partner Handbook 2009-2010, section 9, at both ends of each row.
  @Test(arguments: [
    (97, "almost all"), (99, "almost all"), (96, "very large majority"), (80, "very large majority"),
    (79, "large majority"),
    (65, "large majority"), (64, "majority"), (51, "majority"), (49, "minority"), (35, "minority"),
    (34, "small minority"),
    (20, "small minority"), (19, "very small minority"), (4, "very small minority"), (3, "almost none"),
    (1, "almost none"),
  ])
  func `each row of the table begins and ends where the handbook says`(percent: Int, words: String) {
    #expect(ProportionWords(percent, of: 100).words == words)
    #expect(!ProportionWords(percent, of: 100).isOwnWord)
  }

  @Test func `fifty per cent, which the table leaves out, is half and marked as the tool's own word`() {
    #expect(ProportionWords(50, of: 100).words == "half")
    #expect(ProportionWords(50, of: 100).isOwnWord)
  }

  @Test func `none and all are said as such, and rounding comes before the words`() {
    #expect(ProportionWords(0, of: 7).words == "none")
    #expect(ProportionWords(7, of: 7).words == "all")
    // 129 of 200 is 64.5%, rounded half away from zero to 65.
    #expect(ProportionWords(129, of: 200).words == "large majority")
    #expect(ProportionWords(1999, of: 2000).words == "almost all")
  }
}
