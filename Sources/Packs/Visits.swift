import SchoolStatistics

/// The schools that are visited after a year's results, and who visits them.
public struct Visits: Sendable {
  public let data: SchoolData
  /// The year of the latest results.
  private let results: AcademicYear
  /// Days that a partner has in a year, where the inputs do not say.
  private let partnerDays: Int

  public init(_ data: SchoolData, results: AcademicYear, partnerDays: Int) {
    (self.data, self.results, self.partnerDays) = (data, results, partnerDays)
  }

  /// All schools of an authority, as indices in `SchoolData.schools`: those open in the year of the visit, and those
  /// that closed in it or the year before, whose packs say so.
  public func schools(of authority: LocalAuthorityCode) -> [Int] {
    let since = CalendarDate(year: results.ending - 1, month: 9, day: 1)!
    return data.schools.indices.filter { position in
      let school = data.schools[position]
      return school.authority == authority && school.isStateFunded && (school.closed.map { $0 >= since } ?? true)
    }
  }

  /// Who has which of the schools on the last day of the season.
  public func allocation(of schools: [Int], season: Season) -> SIPAllocation {
    PartnerAllocation.allocation(
      data, schools: schools, on: season.lastDay(results: results), limitInDays: partnerDays)
  }

  /// The schools of a partner; empty where the id is not known.
  public func schools(ofPartner id: String, season: Season) -> [Int] {
    let day = season.lastDay(results: results)
    return data.schools.indices.filter { school in
      data.partnerAssignments[school].contains { $0.partner == id && $0.holds(on: day) }
    }
  }
}
