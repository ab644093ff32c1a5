import TestSupport
import Testing

@testable import SchoolStatistics

@Suite("Records of schools")
struct RecordTests {
  @Test(
    "a category is read however it is written",
    arguments: [
      ("special_measures", InspectionCategory.specialMeasures), ("Special measures", .specialMeasures),
      ("SM", .specialMeasures), ("Notice to Improve", .noticeToImprove), ("serious-weaknesses", .seriousWeaknesses),
    ])
  func categories(text: String, expected: InspectionCategory) {
    #expect(InspectionCategory(written: text) == expected)
  }

  @Test("no category and a word that is none are told apart")
  func noCategory() {
    #expect(InspectionCategory(written: "none") == nil && InspectionCategory.isKnown("none"))
    #expect(InspectionCategory(written: "under review") == nil && !InspectionCategory.isKnown("under review"))
  }

  @Test("yes and no are read however they are written, and nothing else is either")
  func flags() {
    #expect(["Y", "yes", "TRUE", "1"].allSatisfy { Bool(written: $0) == true })
    #expect(["N", "No", "false", "0"].allSatisfy { Bool(written: $0) == false })
    #expect(Bool(written: "perhaps") == nil && Bool(written: "") == nil)
  }

  @Test("the newest inspection comes first, and of one day the last in the files")
  func newestFirst() {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.school(2, in: 901)
    data.inspection(2, on: "2008-05-12", ["inspection_overall": 3])
    data.inspection(2, on: "2009-02-01", ["inspection_overall": 2], category: "Special measures")
    data.inspection(2, on: "2008-05-12", ["inspection_overall": 4])
    data.inspection(2, on: "soon", ["inspection_overall": 1])
    let built = data.build()
    let all = built.inspections.newestFirst(1, until: CalendarDate(year: 2009, month: 12, day: 31)!)
    #expect(all.map(\.overall) == [2, 4, 3] && all[0].category == .specialMeasures)
    let early = built.inspections.newestFirst(1, until: CalendarDate(year: 2008, month: 12, day: 31)!)
    #expect(early.map(\.overall) == [4, 3])
    #expect(built.inspections.schools == [1] && built.inspections[0].isEmpty && built.inspections[99].isEmpty)
  }

  @Test("a target given as a percentage is worked out in pupils, and counts win over percentages")
  func targets() {
    let source = SourceLine(source: 0, line: 2)
    let year = AcademicYear(ending: 2011)
    func target(_ pupils: Int?, _ percent: Rational) -> TargetRecord {
      TargetRecord(
        school: 0, year: year, roundYear: year - 2, measure: "ks2_l4_em", cohort: 29, pupils: pupils,
        percent: .value(percent), source: source)
    }
    #expect(target(nil, Rational(69)).pupils == 20)
    #expect(target(nil, Rational(69)).percent.value == .percent(20, of: 29))
    #expect(target(21, Rational(69)).percent.value == .percent(21, of: 29))
  }
}
