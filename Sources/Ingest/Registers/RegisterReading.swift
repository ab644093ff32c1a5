import SchoolStatistics

extension RegisterRule {
  /// The records that the rule keeps, those that name a predecessor turned round.
  func kept(_ records: [RegisterRecord]) -> [RegisterRecord] {
    if constants == nil && reversed == nil && only == nil { return records }
    return records.compactMap { record in
      var record = record
      for (field, value) in constants ?? [:] { record[field] = value }
      for (field, values) in reversed ?? [:] where values.contains(record[field]) {
        var turned = record
        turned["urn"] = record["successor_urn"]
        turned["successor_urn"] = record["urn"]
        return turned
      }
      for (field, values) in only ?? [:] where !values.contains(record[field]) { return nil }
      return record
    }
  }
}

extension StatisticalNeighbours {
  /// The neighbours that a row of a list names, each once and none the authority itself.
  ///
  /// - Parameter isKnown: whether some list has an authority.
  init?(_ record: RegisterRecord, isKnown: (Int) -> Bool) {
    guard let code = record.number("la_code", .authority) else { return nil }
    var seen: Set = [code]
    let neighbours = (1...10).compactMap { record.number("neighbour_\($0)", .authority) }
      .filter { isKnown($0) && seen.insert($0).inserted }.map { LocalAuthorityCode($0) }
    guard !neighbours.isEmpty else { return nil }
    self.init(authority: LocalAuthorityCode(code), model: record["model"], neighbours: neighbours)
  }
}

extension MeasureDefinition {
  /// The definition that a row of a dictionary gives.
  init?(_ record: RegisterRecord, prefix: String) {
    guard !record["measure"].isEmpty else { return nil }
    self.init(
      measure: Measure(prefix + record["measure"].lowercased()), title: record["title"],
      polarity: Polarity(rawValue: record["polarity"].lowercased()) ?? (record["polarity"] == "-" ? .neutral : nil),
      decimals: record.number("decimals", .decimals), isFromData: true)
  }
}
