/// Draws the local authorities of the sample.
///
/// 149 authorities stand at the end; two of them were one until March 2009.
func drawAuthorities(seed: UInt64) -> [Authority] {
  var stream = RandomStream(seed: seed, purpose: .authorities)
  let habits: [Ambition] = [
    .good, .needsImprovement, .needsSignificantImprovement, .good, .outstanding, .needsImprovement,
    .good, .needsImprovement,
  ]
  var names = PlaceNames(seed: seed)
  return AuthorityCodes.all.enumerated().map { position, code in
    let split = AuthorityCodes.split(code)
    return Authority(
      code: code,
      name: split?.name ?? (code == AuthorityCodes.anyborough ? "Anyborough" : names.next()),
      region: split == nil ? AuthorityCodes.region(at: position) : AuthorityCodes.regionOfSplit,
      validFrom: split?.validFrom, validTo: split?.validTo, predecessor: split?.predecessor,
      deprivation: stream.normal(), quality: stream.normal(),
      weight: stream.draw([(0, 0.35), (0.25, 0.6), (0.5, 0.85), (0.75, 1.2), (0.92, 1.9), (1, 3.4)]),
      primaryAmbition: habits[(position * 5 + 1) % habits.count],
      secondaryAmbition: habits[(position * 3 + 2) % habits.count])
  }
}

/// The codes of the sample's authorities: 101 to 199 and 950 to 999, where England has none, and 901.
enum AuthorityCodes {
  static let anyborough = 901
  /// The authority that was closed on 31 March 2009.
  static let closed = 199
  /// The two that took its place.
  static let opened = [198, 999]
  /// South West.
  static let regionOfSplit = 8

  static let all: [Int] = (Array(101...199) + [anyborough] + Array(950...999)).sorted()

  static func region(at position: Int) -> Int { position % Region.all.count }

  struct Split {
    let name: String
    var validFrom: String?
    var validTo: String?
    var predecessor: Int?
  }

  static func split(_ code: Int) -> Split? {
    switch code {
    case closed: Split(name: "Marramshire", validTo: "2009-03-31")
    case opened[0]: Split(name: "East Marramshire", validFrom: "2009-04-01", predecessor: closed)
    case opened[1]: Split(name: "West Marramshire and Linnet", validFrom: "2009-04-01", predecessor: closed)
    default: nil
    }
  }
}
