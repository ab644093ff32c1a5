/// Draws the schools of every authority, with their openings, closures, mergers and conversions.
struct SchoolRegister {
  let options: SampleOptions
  let authorities: [Authority]
  private(set) var schools: [School] = []

  /// The first number given; no real school has reached it.
  static let firstURN = 970_001

  init(options: SampleOptions, authorities: [Authority]) {
    self.options = options
    self.authorities = authorities
    for position in authorities.indices where authorities[position].isCurrent {
      drawSchools(of: position)
    }
    centreProgress(of: .primary)
    centreProgress(of: .secondary)
  }

  private mutating func drawSchools(of position: Int) {
    let numbers = SchoolNumbers(authority: authorities[position], position: position, options: options)
    var stream = RandomStream(seed: options.seed, purpose: .register, key: authorities[position].code)
    for ordinal in 0..<numbers.primary { add(.primary, position, 2001 + ordinal, ordinal, &stream) }
    for ordinal in 0..<numbers.secondary { add(.secondary, position, 4001 + ordinal, ordinal, &stream) }
    for ordinal in 0..<numbers.special { add(.special, position, 7001 + ordinal, ordinal, &stream) }
    applyEvents(to: position, &stream)
  }

  private mutating func add(
    _ phase: School.Phase, _ position: Int, _ estab: Int, _ ordinal: Int, _ stream: inout RandomStream
  ) {
    let authority = authorities[position]
    let type = SchoolTypes.draw(phase, &stream)
    // The share of selective schools, infant schools and so on follows England's.
    let selective = phase == .secondary && stream.chance(0.05)
    let infants = phase == .primary && ordinal > 3 && stream.chance(0.09)
    var traits = SchoolTraits.drawn(phase: phase, authority: authority, size: options.size, stream: &stream)
    if selective {
      traits.freeMeals *= 0.2
      traits.specialNeeds *= 0.25
    }
    var name = SchoolNames.draw(phase, type: type, hasLeavers: !infants, selective: selective, stream: &stream)
    if authority.code == AuthorityCodes.anyborough, phase == .primary, ordinal > 3,
      ordinal - 4 < SchoolNames.awkward.count, !infants
    {
      name = SchoolNames.awkward[ordinal - 4]
    }
    let renamed =
      stream.chance(0.02)
      ? SchoolNames.draw(phase, type: type, hasLeavers: !infants, selective: selective, stream: &stream) : nil
    schools.append(
      School(
        urn: Self.firstURN + schools.count, authority: position, estab: estab, name: name, formerName: renamed,
        phase: phase, type: type, maintained: SchoolTypes.isMaintained(type), hasLeavers: !infants,
        selective: selective, traits: traits))
  }

  /// Value added is relative: the mean of each year is set to nought.
  private mutating func centreProgress(of phase: School.Phase) {
    for year in SampleYears.all {
      let open = schools.indices.filter { schools[$0].phase == phase && schools[$0].years.contains(year) }
      let mean = open.reduce(0) { $0 + schools[$1].traits.progress[year: year] } / Double(open.count)
      for index in open { schools[index].traits.progress[year: year] -= mean }
    }
  }
}

// MARK: - Openings, closures, mergers, conversions

extension SchoolRegister {
  private mutating func applyEvents(to position: Int, _ stream: inout RandomStream) {
    let certain = authorities[position].code == AuthorityCodes.anyborough
    let own = schools.indices.filter { schools[$0].authority == position && schools[$0].hasLeavers }
    let primaries = own.filter { schools[$0].phase == .primary }
    let secondaries = own.filter { schools[$0].phase == .secondary && !schools[$0].selective && schools[$0].maintained }
    if primaries.count >= 4, certain || stream.chance(0.25) {
      merge(primaries[0], primaries[1], &stream)
      if certain || stream.chance(0.3) { close(primaries[2], after: stream.integer(in: 2007...2009)) }
      if certain || stream.chance(0.3) { open(primaries[3], in: stream.integer(in: 2006...2008)) }
    }
    for ordinal in secondaries.indices where ordinal == 0 && certain || stream.chance(0.05) {
      convert(secondaries[ordinal], after: stream.integer(in: 2006...2009), &stream)
    }
  }

  private mutating func close(_ index: Int, after year: Int) {
    schools[index].closed = "\(year)-08-31"
    schools[index].years = SampleYears.all.lowerBound...year
  }

  private mutating func open(_ index: Int, in year: Int) {
    schools[index].opened = "\(year)-09-01"
    schools[index].years = year + 1...SampleYears.all.upperBound
  }

  private mutating func succeed(_ index: Int, after year: Int, estab: Int) -> Int {
    let old = schools[index]
    close(index, after: year)
    let new = schools.count
    schools.append(
      School(
        urn: Self.firstURN + new, authority: old.authority, estab: estab, name: old.name, phase: old.phase,
        type: old.type, traits: old.traits))
    open(new, in: year)
    schools[index].successor = schools[new].urn
    return new
  }

  private mutating func merge(_ first: Int, _ second: Int, _ stream: inout RandomStream) {
    let new = succeed(first, after: 2008, estab: 3900 + schools[first].estab % 100)
    close(second, after: 2008)
    schools[second].successor = schools[new].urn
    schools[new].traits.cohort += schools[second].traits.cohort
    schools[new].name = SchoolNames.draw(
      .primary, type: "Community school", hasLeavers: true, selective: false, stream: &stream)
    schools[new].type = "Community school"
  }

  private mutating func convert(_ index: Int, after year: Int, _ stream: inout RandomStream) {
    let new = succeed(index, after: year, estab: 6900 + schools[index].estab % 100)
    schools[new].name = SchoolNames.academy(replacing: schools[index].name, stream: &stream)
    schools[new].type = "Academy"
    schools[new].maintained = false
    schools[new].formerName = schools[index].name
  }
}
