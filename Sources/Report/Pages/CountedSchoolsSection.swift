import Indicators
import SchoolStatistics

/// The schools behind an indicator that counts schools, each with the tests it met.
struct CountedSchoolsSection: AuthoritySection {
  /// Schools of a list that the page holds; all are in `tables/counted-schools.csv`.
  static let schoolsOfList = 60

  func render(_ area: Area, _ content: ReportContent) -> Markup? {
    guard case .localAuthority(let code) = area.place else { return nil }
    let year = content.results.headlineYear
    let counted = content.countedSchools(of: code)
    let groups: [PageValue] = content.results.indicators.compactMap { indicator in
      let schools = counted.filter { $0.indicator == indicator.id && $0.year == year }
      guard !schools.isEmpty else { return nil }
      return [
        "title": .text(indicator.title), "count": .text(FigureText.count(schools.count, "school")),
        "schools": .list(schools.prefix(Self.schoolsOfList).map { school($0, content.data) }),
        "left": .optional(
          schools.count > Self.schoolsOfList ? FigureText.count(schools.count - Self.schoolsOfList, "more school") : nil
        ),
      ]
    }
    guard !groups.isEmpty else { return nil }
    return Templates.render(
      "counted-schools", ["year": .text(PeriodText.year(year)), "root": "../../", "indicators": .list(groups)])
  }

  private func school(_ counted: CountedSchool, _ data: SchoolData) -> PageValue {
    let school = data.schools[counted.school]
    return [
      "name": .text(school.name.isEmpty ? "Name not known" : school.name), "urn": .text(school.urn.description),
      "tests": .list(counted.testsInWords(data.measures).map { .text($0) }),
    ]
  }
}
