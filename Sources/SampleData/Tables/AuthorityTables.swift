extension TableLayout {
  static let localAuthorities = TableLayout(
    "local_authorities",
    [
      .text("la_code"), .text("la_name"), .text("ons_code"), .text("region_code"), .text("region_name"),
      .date("valid_from"),
      .date("valid_to"), .text("predecessor_la_code", "Optional: the authority that this one was cut from"),
    ])
  static let statisticalNeighbours = TableLayout(
    "statistical_neighbours", [.text("la_code"), .text("model")] + (1...10).map { .text("neighbour_\($0)") })
}

/// Tables that are written once for the whole country.
struct AuthorityTables {
  let country: Country

  func write(in folder: SampleFolder) throws {
    let file = try folder.table(.localAuthorities)
    for authority in country.authorities {
      let region = Region.all[authority.region]
      for text in [authority.laCode, authority.name, authority.onsCode, region.code, region.name] { file.text(text) }
      file.text(authority.validFrom ?? "")
      file.text(authority.validTo ?? "")
      file.text(authority.predecessor.map { String($0) } ?? "")
      try file.endRow()
    }
    try writeNeighbours(in: folder)
  }

  /// The ten authorities most like each in deprivation, size and what else a model might know; not symmetric.
  private func writeNeighbours(in folder: SampleFolder) throws {
    let file = try folder.table(.statisticalNeighbours)
    let current = country.authorities.filter(\.isCurrent)
    for authority in current {
      var stream = RandomStream(seed: country.options.seed, purpose: .neighbours, key: authority.code)
      let distances = current.filter { $0.code != authority.code }.map { other in
        let difference = other.deprivation - authority.deprivation
        let size = 0.3 * (other.weight - authority.weight)
        return (code: other.laCode, distance: difference * difference + size * size + 0.02 * stream.uniform())
      }
      file.text(authority.laCode)
      file.text("sample 2009")
      for other in distances.sorted(by: { ($0.distance, $0.code) < ($1.distance, $1.code) }).prefix(10) {
        file.text(other.code)
      }
      try file.endRow()
    }
  }
}
