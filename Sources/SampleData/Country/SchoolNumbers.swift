/// How many schools an authority has in a sample of a given size.
struct SchoolNumbers {
  var primary: Int
  var secondary: Int
  var special: Int

  /// In a modest sample these, Anyborough among them, have enough schools for a full page and for every band.
  private static let fuller = [AuthorityCodes.anyborough, 112, 127, 144, 155, 168, 977, 986]

  init(authority: Authority, position: Int, options: SampleOptions) {
    let full =
      switch options.size {
      case .national: true
      case .modest: false
      case .la: authority.code == AuthorityCodes.anyborough
      case .region: authority.region == options.writtenRegion
      }
    if full {
      let weight = authority.code == AuthorityCodes.anyborough ? 1 : authority.weight
      primary = max(8, Int(106 * weight))
      secondary = max(3, Int(20.6 * weight))
      special = max(1, Int(4 * weight))
    } else {
      let fuller = Self.fuller.contains(authority.code)
      primary = fuller ? 24 : 5 + position % 3
      secondary = fuller ? 10 : 3 + position % 2 - (position % 5 == 0 ? 1 : 0)
      special = 1
    }
  }
}

extension SampleOptions {
  /// The region that a region's sample holds: North West.
  var writtenRegion: Int { 1 }

  /// Whether the schools of `authority` are written.
  func writes(_ authority: Authority) -> Bool {
    switch size {
    case .la: authority.code == AuthorityCodes.anyborough
    case .region: authority.region == writtenRegion
    case .national, .modest: true
    }
  }
}
