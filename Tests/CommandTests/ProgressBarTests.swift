import Testing

@testable import school_indicators

@Suite struct ProgressBarTests {
  @Test(arguments: 0...200) func `fits every width, and leaves the last column free`(width: Int) {
    for done in [0, 0.005, 0.5, 0.999, 1.0] {
      for isPlain in [false, true] {
        let bar = ProgressBar(done: done, what: "reading a/long/name/of/a/folder/and/of/a/file-2009.csv")
          .text(width: width, isPlain: isPlain)
        #expect(bar.count <= max(width - 1, 0), "\(width): \(bar)")
        #expect(!isPlain || bar.allSatisfy(\.isASCII))
      }
    }
  }

  @Test func `says how much is done, and what is`() {
    let bar = ProgressBar(done: 0.5, what: "writing the report")
    #expect(bar.text(width: 80, isPlain: true) == "###############---------------  50% writing the report")
    #expect(bar.text(width: 30, isPlain: true) == "####----  50% writing the ...")
    #expect(bar.text(width: 10, isPlain: true) == "50%")
  }

  @Test func `the stages stand one after the other and fill the bar`() {
    let parts = [Progress.Stage.reading, .calculating, .judging, .writing].map(\.part)
    #expect(parts[0].lowerBound == 0 && parts[3].upperBound == 1)
    for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
  }

  @Test func `a word of trouble is in colour`() {
    #expect(
      Terminal.emphasised("x.csv:2: warning: [range] 12") == "x.csv:2: \u{1B}[1;33mwarning:\u{1B}[0m [range] 12")
    #expect(Terminal.emphasised("read 3 files") == "read 3 files")
  }
}
