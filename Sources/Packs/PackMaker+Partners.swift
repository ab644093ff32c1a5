import SchoolStatistics

extension PackMaker {
  /// All schools of an authority, as indices in `SchoolData.schools`: those open in the year of the visit, and those
  /// that closed in it or the year before, whose packs say so.
  public func schools(of authority: LocalAuthorityCode, season: Season) -> [Int] {
    let since = CalendarDate(year: results.headlineYear.ending - 1, month: 9, day: 1)!
    return data.schools.indices.filter { position in
      let school = data.schools[position]
      return school.authority == authority && school.isStateFunded && (school.closed.map { $0 >= since } ?? true)
    }
  }

  /// Who has which of the schools on the last day of the season.
  public func allocation(of schools: [Int], season: Season) -> SIPAllocation {
    PartnerAllocation.allocation(
      data, partners: tables.partners, schools: schools, on: season.lastDay(results: results.headlineYear),
      limitInDays: options.partnerDays)
  }

  /// The schools of a partner; empty where the id is not known.
  public func schools(ofPartner id: String, season: Season) -> [Int] {
    let day = season.lastDay(results: results.headlineYear)
    return data.schools.indices.filter { school in
      tables.partners.rows(of: school).contains { row in
        row.text("sip_id") == id && PartnerAllocation.isCurrent(row, on: day)
      }
    }
  }
}
