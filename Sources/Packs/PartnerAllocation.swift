import SchoolStatistics

/// Who has which schools on a day, and how many days that takes.
///
/// Source: rulebook §9.2: five days a school and year, six where the partner is new to it (familiarisation).
/// A partner's days come from the `days` column of `sips`; the documents set no limit, so that without the
/// column it is an option of the run.
enum PartnerAllocation {
  static func allocation(
    _ data: SchoolData, partners: RowsBySchool, schools chosen: [Int], on day: CalendarDate, limitInDays: Int
  ) -> SIPAllocation {
    let names = PartnerNames(data)
    var held: [String: (schools: [Int], new: [Int])] = [:]
    var without: [Int] = []
    let yearStart = CalendarDate(year: day.month >= 9 ? day.year : day.year - 1, month: 9, day: 1)!
    for school in chosen {
      let rows = partners.rows(of: school).filter { isCurrent($0, on: day) }
      if rows.isEmpty && data.schools[school].isOpen(on: day) { without.append(school) }
      for row in rows {
        let id = row.text("sip_id")
        held[id, default: ([], [])].schools.append(school)
        // New to the school where another had it before.
        let hadAnother = partners.rows(of: school).contains {
          $0.text("sip_id") != id && ($0.date("to").map { $0 < day } ?? false)
        }
        if hadAnother, let from = row.date("from"), from >= yearStart { held[id]?.new.append(school) }
      }
    }
    let loads = held.sorted { $0.key < $1.key }.map { id, held in
      PartnerLoad(
        partner: SchoolImprovementPartner(id: id, name: names.name(id), phase: names.phase(id)), schools: held.schools,
        newSchools: held.new, halfDaysNeeded: 10 * held.schools.count + 2 * held.new.count,
        halfDaysAvailable: 2 * (names.days(id) ?? limitInDays))
    }
    return SIPAllocation(partners: loads, withoutPartner: without)
  }

  /// Whether an assignment of a partner to a school holds on a day.
  static func isCurrent(_ row: RowsBySchool.Row, on day: CalendarDate) -> Bool {
    (row.date("from").map { $0 <= day } ?? true) && (row.date("to").map { $0 >= day } ?? true)
  }
}

/// Names and phases of partners (canonical table `sips`), by id.
struct PartnerNames: Sendable {
  private var names: [String: String] = [:]
  private var phases: [String: String] = [:]
  private var days: [String: Int] = [:]

  init(_ data: SchoolData) {
    for table in data.tables("sips") {
      for row in 0..<table.count {
        let id = table.text("sip_id", row)
        names[id] = table.text("name", row)
        phases[id] = table.text("phase", row)
        days[id] = Int(table.text("days", row))
      }
    }
  }

  func name(_ id: String) -> String { names[id] ?? id }
  func phase(_ id: String) -> String { phases[id] ?? "" }
  func days(_ id: String) -> Int? { days[id] }
}

/// Who has which school on a day.
package struct PartnersOfSchools: Sendable {
  private let rows: RowsBySchool
  private let names: PartnerNames
  private let day: CalendarDate

  package init(_ data: SchoolData, on day: CalendarDate) {
    (rows, names, self.day) = (RowsBySchool(data, "sip_schools"), PartnerNames(data), day)
  }

  /// Whether the inputs say at all who has which school.
  package var isKnown: Bool { !rows.isEmpty }

  /// The names of the partners of a school (index in `SchoolData.schools`), in the order of the files.
  package func names(of school: Int) -> [String] {
    rows.rows(of: school).filter { PartnerAllocation.isCurrent($0, on: day) }.map { names.name($0.text("sip_id")) }
  }
}
