import Disclosure
import Indicators
import SchoolStatistics
import Testing

@testable import Report

struct PublicationDecisionTests {
  private let year = AcademicYear(ending: 2009)
  private let indicators = FixtureCatalogue.indicators.filter { ["ks2-l4-em", "ks2-fsm-gap-local"].contains($0.id) }

  private func place(_ code: Int) -> Place { .localAuthority(LocalAuthorityCode(code)) }

  private func area(_ code: Int, region: String = "E12000001") -> Area {
    Area(place: place(code), name: "Authority \(code)", onsCode: "", regionCode: region, regionName: region)
  }

  private func value(_ place: Place, _ group: PupilGroup, _ reached: Int, of pupils: Int) -> IndicatorValue {
    var value = IndicatorValue(
      indicator: "ks2-l4-em", place: place, year: year, value: .value(.percent(reached, of: pupils)))
    (value.group, value.numerator, value.denominator) = (group, .count(reached), .count(pupils))
    return value
  }

  private func control(_ areas: [Area], _ values: [IndicatorValue], schools: [Int] = []) -> PublicationDecision {
    var results = IndicatorResults(
      years: [year], headlineYear: year, indicators: indicators, areas: areas, values: values,
      schools: SchoolResults(schools: schools) { _ in [] })
    results.publicationMinimum = [year: 11]
    return PublicationDecision(results)
  }

  /// Rulebook §13 vector 12.
  @Test func `seven pupils on free meals take the other pupils and the gap with them, and leave the total`() {
    let (total, fsm, others) = (
      value(place(901), .all, 30, of: 40), value(place(901), .fsm, 3, of: 7), value(place(901), .notFSM, 27, of: 33)
    )
    var gap = IndicatorValue(indicator: "ks2-fsm-gap-local", place: place(901), year: year, value: .value(Rational(39)))
    gap.gap = GapGroups(share: "ks2-l4-em", groups: [.notFSM, .fsm], smallest: 7, numerator: 3, denominator: 7)
    let control = control([area(901)], [total, fsm, others, gap])
    #expect(!control.hides(total) && control.hides(fsm) && control.hides(others) && control.hides(gap))
  }

  @Test func `an authority alone in its region takes the next smallest with it`() {
    let values = [(901, 8), (902, 300), (903, 90)].map { value(place($0.0), .cic, $0.1 / 2, of: $0.1) }
    let region = Area(
      place: .region("E12000001"), name: "North", onsCode: "E12000001", regionCode: "E12000001", regionName: "North")
    let control = control(
      [region, area(901), area(902), area(903)], values + [value(region.place, .cic, 199, of: 398)])
    #expect(values.map(control.hides) == [true, false, true])
  }

  @Test func `one or two children in care are not told, however many there are`() {
    let values = [
      value(place(901), .cic, 2, of: 40), value(place(902), .cic, 39, of: 40), value(place(903), .cic, 20, of: 40),
    ]
    let areas = [area(901), area(902, region: "E12000001"), area(903)]
    #expect(values.map(control(areas, values).hides) == [true, true, false])
  }

  @Test func `a group that the supplier suppressed takes the others with it, as the total less them would tell it`() {
    var suppressed = IndicatorValue(
      indicator: "ks2-l4-em", place: place(901), year: year, value: .missing(.suppressed))
    suppressed.group = .fsm
    let (others, total) = (value(place(901), .notFSM, 641, of: 901), value(place(901), .all, 646, of: 909))
    let control = control([area(901)], [suppressed, others, total])
    #expect(control.hides(suppressed) && control.hides(others) != control.hides(total))
    #expect(control.primary == 1 && control.secondary == 1 && control.recovered.isEmpty)
    #expect(control.summary.contains("the attack on the rest worked out none"))
  }

  @Test func `a region whose schools could not be pooled takes nothing with it`() {
    let region = Area(
      place: .region("E12000001"), name: "North", onsCode: "E12000001", regionCode: "E12000001", regionName: "North")
    let unpooled = IndicatorValue(
      indicator: "ks2-l4-em", place: region.place, year: year, value: .missing(.suppressed))
    let parts = [value(place(901), .all, 300, of: 400), value(place(902), .all, 200, of: 300)]
    let control = control([region, area(901), area(902)], [unpooled] + parts, schools: [0])
    #expect(control.primary == 0 && parts.allSatisfy { !control.hides($0) })
  }

  @Test func `eleven pupils may be published, ten may not`() {
    let values = [value(place(901), .all, 5, of: 10), value(place(902), .all, 5, of: 11)]
    let control = control([area(901), area(902, region: "E12000002")], values)
    #expect(values.map(control.hides) == [true, false])
  }
}
