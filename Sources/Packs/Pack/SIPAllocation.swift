import SchoolStatistics

/// A partner with the schools held on the day of the visits and the days they take.
public struct PartnerLoad: Sendable {
  public var partner: SchoolImprovementPartner
  /// Indices in `SchoolData.schools`, ascending.
  public var schools: [Int]
  /// Those of `schools` where the partner is new this year.
  public var newSchools: [Int]
  /// Half days that the schools take in the year.
  public var halfDaysNeeded: Int
  /// Half days that the partner has; nil where the inputs do not say.
  public var halfDaysAvailable: Int?
  public init(
    partner: SchoolImprovementPartner, schools: [Int], newSchools: [Int], halfDaysNeeded: Int, halfDaysAvailable: Int?
  ) {
    (self.partner, self.schools, self.newSchools) = (partner, schools, newSchools)
    (self.halfDaysNeeded, self.halfDaysAvailable) = (halfDaysNeeded, halfDaysAvailable)
  }
  public var isOverloaded: Bool { halfDaysAvailable.map { halfDaysNeeded > $0 } ?? false }
}

/// Who has which schools.
public struct SIPAllocation: Sendable {
  /// Sorted by id.
  public var partners: [PartnerLoad]
  /// Open schools that nobody has, as indices in `SchoolData.schools`, ascending.
  public var withoutPartner: [Int]
  public init(partners: [PartnerLoad], withoutPartner: [Int]) {
    (self.partners, self.withoutPartner) = (partners, withoutPartner)
  }

  /// The partner of a school, if any.
  public func partner(of school: Int) -> PartnerLoad? { partners.first { $0.schools.contains(school) } }
}
