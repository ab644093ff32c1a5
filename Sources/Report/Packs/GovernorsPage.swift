import HTML
import Packs
import SchoolStatistics

/// A pack for governors: one printed side. What is notable in words, the worst first, each with a question to ask; the
/// years as pictures; the target; what the words mean. Rules and evidence are left to the partner's pack.
struct GovernorsPage {
  let pack: Pack
  var imprint = ""

  var html: HTML {
    let sides = PackSides(pack)
    return Document(
      title: title, look: "pack governors", styles: [Document.pageStyle, Document.packStyle, PageFoot.style(foot)],
      skip: ("notable", "Skip to what is notable")
    ).html {
      "<main>"
      Document.synthetic(pack.isSynthetic, what: "school")
      """
      <header>
      <nav aria-label="Packs"><a href="index.html">Packs of \(pack.school.authorityName)</a></nav>
      <h1>\(pack.school.name)</h1>
      <p class="sub">\(subtitle)</p>
      </header>
      """
      for notice in pack.notices.prefix(2) { "<p class=\"notice\">\(notice)</p>" }
      if !pack.lastInspection.isEmpty { "<p class=\"inspection\">\(pack.lastInspection)</p>" }
      PackPage.charts(sides)
      """
      <h2 id="notable">What stands out, and what to ask<span class="soft">the worst first</span></h2>
      """
      if sides.said.isEmpty { "<p class=\"soft\">\(nothing)</p>" }
      if !sides.said.isEmpty {
        "<ol class=\"notable\">"
        for one in sides.said {
          let question = one.question.map { "<p class=\"question\">\($0)</p>" as HTML }
          "<li><div><strong>\(one.sentence.lead.map(\.text).joined())</strong>\(one.sentence.rest.map(\.text).joined())\(question)</div>\(one.sentence.picture.map { PlaceChart($0).markup })</li>"
        }
        "</ol>"
      }
      if let targets {
        "<h2>Targets</h2>"
        for paragraph in targets { "<p>\(paragraph)</p>" }
      }
      """
      <p class="key"><b>How to read this.</b> \(key)</p>
      </main>
      <footer><p>\(close)</p></footer>
      """
    }
  }

  var title: String { "\(pack.school.name), for governors, \(pack.visit.title)" }
  var foot: String { title + (imprint.isEmpty ? "" : " · \(imprint)") }
  var subtitle: String {
    "For the governing body · \(pack.visit.title) · results of \(PeriodText.year(pack.visit.results))"
  }
  var nothing: String { "Nothing stands out in the figures that were supplied." }
  var close: String { "\(Pack.distribution)." + (imprint.isEmpty ? "" : " \(imprint).") }
  var key: String {
    "Shaded strips show the schools of England in four quarters, the best on the right; the dot is this school, the line through it how far chance alone could move it. \(words) Figures of fewer than \(pack.minimumCohort) pupils are of three years together or not shown."
  }

  var targets: [String]? {
    let paragraphs = pack.sections.first { $0.id == "targets" }?.paragraphs ?? []
    return paragraphs.isEmpty ? nil : paragraphs
  }

  /// Short forms that stand on this page, spelled out.
  private var words: String {
    let meanings = [
      ("FSM", "free school meals"), ("SEN", "special educational needs"), ("EAL", "English as an additional language"),
      ("E&M", "English and mathematics"), ("CVA", "contextual value added: progress against that of like pupils"),
      ("FFT", "estimates of the Fischer Family Trust"),
    ]
    let shown =
      pack.sentences.map(\.text) + pack.enquiries.map(\.question) + (targets ?? []) + PackSides(pack).charts.map(\.name)
    return meanings.filter { meaning in shown.contains { $0.contains(meaning.0) } }
      .map { "\($0.0): \($0.1)." }.joined(separator: " ")
  }
}
