import SchoolStatistics
import Synchronization
import Testing

@testable import Indicators

@Suite("Counted schools")
struct CountedSchoolTests {
  @Test("the words about a counted school are made when they are read")
  func words() {
    let made = Mutex(0)
    @Sendable func words() -> [String] {
      made.withLock { $0 += 1 }
      return ["16 of 31 is below 55%"]
    }
    let counted = CountedSchool(
      indicator: "x", year: AcademicYear(ending: 2009), school: 0, authority: LocalAuthorityCode(901), tests: words())
    #expect(made.withLock { $0 } == 0)
    #expect(counted.tests == ["16 of 31 is below 55%"])
  }
}
