/// The whole of the country that a sample is cut from.
///
/// However little is written, all schools are drawn, so that national figures stand behind every sample.
struct Country: Sendable {
  let options: SampleOptions
  let authorities: [Authority]
  let schools: [School]
  let simulation: SchoolSimulation

  init(options: SampleOptions) {
    self.options = options
    authorities = drawAuthorities(seed: options.seed)
    schools = SchoolRegister(options: options, authorities: authorities).schools
    simulation = SchoolSimulation(seed: options.seed, schools: schools)
  }

  var targets: TargetSimulation {
    TargetSimulation(seed: options.seed, keyStage2: simulation.keyStage2.model, keyStage4: simulation.keyStage4.model)
  }

  /// Whether the sample holds the rows of `school`.
  func writes(_ school: School) -> Bool { options.writes(authorities[school.authority]) }

  /// The code of the authority that looks after a school's children in care; blank for the school's own.
  ///
  /// One in seven schools has children placed by another authority.
  func responsibleAuthority(of school: School, in year: Int) -> String {
    guard let other = otherResponsibleAuthority(of: school, in: year) else { return "" }
    return String(authorities[other].reportingCode(in: year))
  }

  /// Place of the authority of ``responsibleAuthority(of:in:)``, or nil for the school's own.
  func otherResponsibleAuthority(of school: School, in year: Int) -> Int? {
    var stream = RandomStream(seed: options.seed, purpose: .care, key: school.urn, year: year)
    guard stream.chance(1.0 / 7) else { return nil }
    let other = stream.integer(below: authorities.count)
    return other == school.authority || !authorities[other].isCurrent ? nil : other
  }
}
