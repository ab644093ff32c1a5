import HTML
import SchoolStatistics
import Testing

@testable import Packs
@testable import Report
@testable import TargetAmbition

/// Schools that tools forget: each gets a pack that is honest about it.
@Suite struct OddSchoolTests {
  private let odd = OddSchools.school(999_999, "Odd Primary School")

  @Test func `a school with one pupil shows no result of that pupil`() {
    let pack = OddSchools.pack(odd, cohorts: [2009: (1, 1)])
    let html = PackPage(pack).html.text
    #expect(pack.sentences.isEmpty)
    #expect(pack.notices.contains { $0.contains("Fewer than 11 pupils took part") && $0.contains("not shown") })
    #expect(!html.contains("100.0%") && !html.contains("1 of 1<"))
    #expect(!NoteOfVisitText.keyValue(pack.noteOfVisit).contains("ks2_l4_em_2009=100"))
    #expect(NoteOfVisitText.keyValue(pack.noteOfVisit).contains("ks2_l4_em_2009.reason=too few"))
  }

  @Test(arguments: ["special_measures", "Special measures", "SM"])
  func `a school in special measures is marked so however the category is written`(category: String) {
    let pack = OddSchools.pack(odd, cohorts: [2009: (20, 30)], category: category)
    #expect(pack.flags.first?.title == "Special measures" && pack.flags.first?.weight == 60)
    #expect(pack.lastInspection.contains("special measures"))
  }

  @Test func `a small cohort among large ones is not given away by the other years and their total`() {
    let pack = OddSchools.pack(odd, cohorts: [2007: (10, 14), 2008: (9, 12), 2009: (3, 4)])
    let html = PackPage(pack).html.text
    #expect(!html.contains("3 of 4<"))
    #expect(!html.contains("75.0%</td>") || !html.contains("3 of 4"))
  }

  @Test func `a school without results says why`() {
    let pack = OddSchools.pack(odd, cohorts: [:], reason: .noReturn)
    #expect(pack.notices.contains { $0.contains("no test or examination results") && $0.contains("no return") })
    #expect(PackPage(pack).html.text.contains("There are no figures to compare."))
    #expect(!pack.checklist.contains { $0.title == "Attainment and progress" && $0.status == .present })
  }

  @Test func `a school with results of one year says that no direction can be read`() {
    let pack = OddSchools.pack(odd, cohorts: [2009: (20, 30)])
    #expect(pack.notices.contains { $0.contains("one year only") })
  }

  @Test func `a closed school says when it closed and who took over`() {
    var closed = odd
    closed.closed = CalendarDate(year: 2009, month: 8, day: 31)
    let heir = OddSchools.school(999_000, "Heir Academy")
    let link = SchoolLink(urn: closed.urn, successor: heir.urn, effective: CalendarDate(year: 2009, month: 9, day: 1))
    let pack = OddSchools.pack(closed, cohorts: [2008: (20, 30), 2009: (20, 30)], links: [link], others: [heir])
    #expect(pack.notices.contains("The school closed on 31 August 2009."))
    #expect(pack.notices.contains { $0.contains("Heir Academy (URN 999000) took over on 1 September 2009") })
  }

  @Test func `a merged school names both schools that it came from`() {
    let infants = OddSchools.school(999_001, "Hazel Infant School")
    let juniors = OddSchools.school(999_002, "Hazel Junior School")
    let day = CalendarDate(year: 2008, month: 9, day: 1)
    let links = [infants, juniors].map { SchoolLink(urn: $0.urn, successor: odd.urn, effective: day) }
    let pack = OddSchools.pack(odd, cohorts: [2009: (20, 30)], links: links, others: [infants, juniors])
    #expect(
      pack.notices.contains {
        $0.contains("merger on 1 September 2008") && $0.contains("Hazel Infant School (URN 999001)")
          && $0.contains("Hazel Junior School (URN 999002)")
      })
  }

  @Test func `a renamed school gives its former name`() {
    var renamed = odd
    renamed.formerName = "Old Lane School"
    #expect(
      OddSchools.pack(renamed, cohorts: [2009: (20, 30)]).notices.contains(
        "The school was called Old Lane School before."))
  }

  @Test(arguments: ["Ysgol Gynradd Tŷ Gŵyr", "St Mary's & St Joseph's Primary School"])
  func `names with Welsh letters, apostrophes and ampersands are whole in page, title and note of visit`(name: String) {
    let pack = OddSchools.pack(OddSchools.school(999_999, name), cohorts: [2009: (20, 30)])
    let escaped = name.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
    #expect(PackPage(pack).html.text.contains("<title>\(escaped), Autumn visit 2009</title>"))
    #expect(NoteOfVisitText.keyValue(pack.noteOfVisit).contains("school_name=\(name)\n"))
    #expect(NoteOfVisitText.json(pack.noteOfVisit).contains("\"school_name\": \"\(name)\""))
  }

  @Test func `a visit shows the absence since the results that it can know, and none of later terms`() throws {
    let run = try SampleRun.shared.get()
    let year = AcademicYear(ending: 2010)
    let school = try #require(
      run.data.schools.indices.first { school in run.data.attendance[school].contains { $0.year == year } })
    func periods(_ season: Season) -> [String] {
      let section = run.maker.pack(for: school, season: season).sections.first { $0.id == "attendance" }
      return section?.tables[0].rows.filter { $0.header == year.title }.map(\.small) ?? []
    }
    #expect(periods(.autumn).isEmpty && periods(.spring).isEmpty)
    #expect(periods(.summer) == ["autumn and spring terms"])
  }
}
