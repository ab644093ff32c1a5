import SchoolStatistics
import TestSupport
import Testing

@testable import Indicators

@Suite("Results of schools on shares")
struct SharesOfSchoolsTests {
  private func shares(_ data: SchoolDataBuilder) -> ShareOfSchools? {
    SharesOfSchools(data.build(), rulebook, ["ks2_l4_em"], through: year(2009), jobs: 1)["ks2_l4_em"]
  }

  @Test("numerators of one file and cohorts of another make the result that schools.csv has")
  func twoFiles() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.row("ks2_results", 1, 2009, ["ks2_l4_em": 20])
    data.row("ks2_results", 1, 2009, ["ks2_eligible": 30])
    let result = try #require(shares(data)?[0, year(2009)])
    #expect(result.pupils == 20 && result.cohort == 30 && result.percent == .percent(20, of: 30))
    let value = try analyse(data.build(), rulebook).schools.values(of: 0).first { $0.indicator == "ks2-l4-em" }
    #expect(value?.value.value == result.percent)
  }

  @Test("a published percentage keeps its cohort and claims no pupils")
  func percentage() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    data.percentages("ks2_results", 1, 2009, ["ks2_l4_em": 67], counts: ["ks2_eligible": 30])
    let result = try #require(shares(data)?[0, year(2009)])
    #expect(result.percent == 67 && result.pupils == nil && result.cohort == 30)
  }

  @Test("the history begins with the newest of its years and holds no later result")
  func history() throws {
    var data = SchoolDataBuilder()
    data.authority(901)
    data.school(1, in: 901)
    for (ending, pupils) in [(2006, 10), (2007, 12), (2008, 14), (2010, 20)] {
      data.row("ks2_results", 1, ending, ["ks2_l4_em": pupils, "ks2_eligible": 20])
    }
    let found = try #require(shares(data))
    #expect(found.years.map(\.ending) == [2006, 2007, 2008])
    #expect(found.history(0, through: year(2009), window: 3).map(\.pupils) == [14, 12, 10])
    #expect(found.history(0, through: year(2006), window: 3).map(\.pupils) == [10])
  }
}
