import HTML
import Testing

@Suite struct HTMLTests {
  @Test func `a literal is markup and what is interpolated into it is escaped`() {
    let name = "<b>A & B's \"C\"</b>"
    let html: HTML = "<p title=\"\(name)\">\(name)</p>"
    let escaped = "&lt;b&gt;A &amp; B&#39;s &quot;C&quot;&lt;/b&gt;"
    #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
    #expect(HTML(text: name).text == escaped)
  }

  @Test func `finished markup, numbers and nothing go in as they are`() {
    let inner: HTML = "<i>\(7)</i>"
    let none: HTML? = nil
    let word: String? = nil
    #expect(("<p>\(inner)\(none)\(word)</p>" as HTML).text == "<p><i>7</i></p>")
  }

  @Test(arguments: ["\u{0}", "\u{8}", "\u{1B}", "\u{7F}", "\u{85}", "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}"])
  func `control characters and those that turn the direction never reach a page`(character: String) {
    #expect(HTML(text: "Alder\(character)Lane").text == "Alder\u{FFFD}Lane")
  }

  @Test func `letters of any script, dashes, hard blanks and line ends stay`() {
    let text = "Ysgol Tŷ Gŵyr – “fine”, −0.6\u{00A0}pp\n\tnaïve 学校 🏫 \u{200E}"
    #expect(HTML(text: text).text == text)
  }

  @Test func `statements become lines and what is empty leaves none`() {
    let rows = ["a", "", "b"]
    let html = HTML {
      "<ul>"
      for row in rows { if !row.isEmpty { "<li>\(row)</li>" } }
      if rows.count > 3 { "<li>more</li>" } else { HTML() }
      nil as HTML?
      "</ul>"
    }
    #expect(html.text == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")
  }

  @Test func `parts are joined with what stands between them`() {
    #expect((["a", "b"] as [HTML]).joined(separator: ", ").text == "a, b")
  }
}
