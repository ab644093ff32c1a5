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
      if holding.isEmpty && isOpen(data.schools[school], day) { without.append(school) }
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

  static func isOpen(_ school: School, _ day: CalendarDate) -> Bool {
    (school.opened.map { $0 <= day } ?? true) && (school.closed.map { $0 > day } ?? true)
  }
}
