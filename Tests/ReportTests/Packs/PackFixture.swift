import Packs
import SchoolStatistics
import Statistics
import TargetAmbition

/// A pack as full as packs get: six sentences with pictures, four actions, every section.
enum PackFixture {
  static let year = AcademicYear(ending: 2009)

  static func sentence(_ index: Int) -> PackSentence {
    let row = FigureReference(.schools, "ks2-l4-em", year, column: "numerator")
    return PackSentence(
      rule: "attainment-below-england", topic: .attainment, tone: .concern, weight: 90 - index,
      lead: [.words("A majority of pupils "), .name("reached level 4 in English and maths")],
      rest: [
        .words(": "), .number(PackNumber(text: "18", reference: row)), .words(" of "),
        .number(PackNumber(text: "29", reference: row.column("denominator"))), .words(" ("),
        .number(PackNumber(text: "62.1", reference: row.column("value"))), .words("%), below England ("),
        .number(PackNumber(text: "71.8", reference: row.column("national_value"))), .words("%)."),
      ],
      because: "below England by more than chance at 95%, cohort 11 or more", tests: [], subject: row, pupils: 29,
      isPooled: false,
      picture: PackPicture(
        value: 62.1, interval: ConfidenceInterval(lower: 44, upper: 77.3), quartiles: [66, 73, 80], lowest: 40,
        highest: 98,
        isLowGood: false))
  }

  static func pack(name: String = "Alder Lane Primary School", sentences: Int = 6) -> Pack {
    let years = (2006...2009).map(AcademicYear.init(ending:))
    let line = PackLine(
      years: years, own: [Rational(71), nil, Rational(66), Rational(621, 10)],
      national: [70, 71, 727, 718].map { Rational($0 > 100 ? $0 / 10 : $0) },
      breaks: [])
    let rows = (0..<9).map { index in
      PackRow(
        "Level 4+ in English and maths", small: index == 0 ? "headline" : "",
        cells: (0..<7).map { PackCell("6\($0).1%", small: "18 of 29") } + [PackCell("", band: "C")], line: line)
    }
    let table = PackTable(
      caption: "Percentage of pupils", columns: years.map(\.title) + ["LA", "Similar schools", "England", "Quarter"],
      rows: rows)
    let sections = ["attainment", "value-added", "groups", "targets", "past-targets", "attendance"].map {
      PackSection(
        id: $0, title: "Attainment and progress", paragraphs: ["A plain sentence."], tables: [table],
        notes: ["Small print."])
    }
    return Pack(
      school: PackSchool(
        urn: URN(990142), name: name, authority: LocalAuthorityCode(901), authorityName: "Anyborough",
        type: "Community school", kind: .primary),
      visit: PackVisit(season: .autumn, results: year), isHandover: false, isSynthetic: true,
      flags: [
        PackFlag(
          id: "below-floor", title: "Below floor 2007", reason: "16 of 31 at level 4+ (51.6%) is below 55%.", weight: 5),
        PackFlag(
          id: "target-not-ambitious", title: "Target not ambitious",
          reason: "The 2011 target does not meet: previous best.", weight: 15),
        PackFlag(
          id: "trigger-recognition", title: "Trigger: under-performance not met by ambition", reason: "Both.",
          weight: 15),
        PackFlag(
          id: "trigger-inspection", title: "Trigger: risk of an adverse inspection",
          reason: "Last judged satisfactory.", weight: 20),
      ],
      notices: [
        "The school was formed by a merger on 1 September 2008 of Kirk Hazel Infant School (URN 990001) and Kirk Hazel Junior School (URN 990002); their results are in their own packs.",
        "There are results for one year only, 2008/09: no direction can be read from them.",
      ],
      facts: [
        PackFact(title: "On roll", text: "212"), PackFact(title: "Cohort 2009", text: "29"),
        PackFact(title: "FSM", text: "31%"),
        PackFact(title: "SEN", text: "27%"), PackFact(title: "EAL", text: "6%"),
        PackFact(title: "Absence", text: "6.4%"),
      ],
      sentences: (0..<sentences).map(sentence),
      enquiries: (0..<sentences).map {
        LineOfEnquiry(
          rule: "r\($0)",
          question:
            "What is different for pupils eligible for free school meals, and what will change for them by summer?")
      },
      agreedActions: (0..<4).map { index in
        AgreedAction(
          visitedOn: CalendarDate(year: 2009, month: 6, day: 18)!,
          action: "Raise the share of pupils on track for two levels of progress in maths from the year \(index) data",
          due: "30 September 2009", owner: "subject leader", progress: index == 0 ? "" : "on track")
      },
      sections: sections,
      checklist: ["School", "Local authority", "SIP's own pack", "Other"].flatMap { supplier in
        [
          ChecklistItem(supplier: supplier, title: "Self-evaluation form (SEF)", status: .askSchool),
          ChecklistItem(supplier: supplier, title: "Attendance", status: .present),
        ]
      },
      quiet: PackSection(
        id: "quiet", title: "Quiet measures", paragraphs: ["No rule found anything notable in these."], tables: [table]),
      noteOfVisit: [
        NoteOfVisitEntry(key: "school_name", value: name, isNumber: false),
        NoteOfVisitEntry(key: "ks2_l4_em_2009", value: "62.1", isNumber: true),
        NoteOfVisitEntry(key: "ks2_l4_em_2010", value: "", isNumber: true, reason: "no return"),
      ],
      need: PackNeed(
        score: 120, reasons: ["Below floor 2007", "A majority of pupils reached level 4 in English and maths"]),
      comparisonsTested: 14, minimumCohort: 11, sources: ["ks2_results-2009.csv", "schools.csv"])
  }
}
