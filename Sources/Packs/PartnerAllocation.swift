import SchoolStatistics

/// Who has which schools on a day, and how many days that takes.
///
/// Source: rulebook §9.2: five days a school and year, six where the partner is new to it (familiarisation).
/// A partner's days come from the `days` column of `sips`; the documents set no limit, so that without the
/// column it is an option of the run.
enum PartnerAllocation {
  static func allocation(
    _ data: SchoolData, schools chosen: [Int], on day: CalendarDate, limitInDays: Int
  ) -> SIPAllocation {
    let partners = Dictionary(data.partners.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var held: [String: (schools: [Int], new: [Int])] = [:]
    var without: [Int] = []
    let yearStart = CalendarDate(year: day.month >= 9 ? day.year : day.year - 1, month: 9, day: 1)!
    for school in chosen {
      let assignments = data.partnerAssignments[school]
      let holding = assignments.filter { $0.holds(on: day) }
      if holding.isEmpty && data.schools[school].isOpen(on: day) { without.append(school) }
      for assignment in holding {
        let id = assignment.partner
        held[id, default: ([], [])].schools.append(school)
        // New to the school where another had it before.
        let hadAnother = assignments.contains { $0.partner != id && ($0.to.map { $0 < day } ?? false) }
        if hadAnother, let from = assignment.from, from >= yearStart { held[id]?.new.append(school) }
      }
    }
    let loads = held.sorted { $0.key < $1.key }.map { id, held in
      let partner = partners[id] ?? SchoolImprovementPartner(id: id, name: id, phase: "")
      return PartnerLoad(
        partner: partner, schools: held.schools, newSchools: held.new,
        halfDaysNeeded: 10 * held.schools.count + 2 * held.new.count,
        halfDaysAvailable: 2 * (partner.days ?? limitInDays))
    }
    return SIPAllocation(partners: loads, withoutPartner: without)
  }
}

/// Who has which school on a day.
package struct PartnersOfSchools: Sendable {
  private let assignments: BySchool<PartnerAssignment>
  private let names: [String: String]
  private let day: CalendarDate

  package init(_ data: SchoolData, on day: CalendarDate) {
    (assignments, self.day) = (data.partnerAssignments, day)
    names = Dictionary(data.partners.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// Whether the inputs say at all who has which school.
  package var isKnown: Bool { !assignments.isEmpty }

  /// The names of the partners of a school (index in `SchoolData.schools`), in the order of the files.
  package func names(of school: Int) -> [String] {
    assignments[school].filter { $0.holds(on: day) }.map { names[$0.partner] ?? $0.partner }
  }
}
