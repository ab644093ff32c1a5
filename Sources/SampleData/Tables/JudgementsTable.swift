extension TableLayout {
  static let judgements = TableLayout(
    "judgements",
    [
      .text("la_code"), .whole("year"), .text("phase", "early_years, primary or secondary"),
      .text("aspect", "1.1 to 2.5"),
      .text("rating", "OS, G, NI, SI or NA"), .text("author"), .text("reason"),
    ])
}

/// Authorities' judgements of themselves against the ten strands; Anyborough's are the published example.
struct JudgementsTable {
  let country: Country

  static let aspects = ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5"]
  private static let phases = ["early_years", "primary", "secondary"]
  /// "Any Borough" of the quality standards of 2009 (rulebook section 8.1).
  private static let example = [
    ["G", "G", "OS", "NA", "NI", "G", "NA", "NA", "G", "SI"],
    ["NI", "NI", "G", "G", "G", "NI", "G", "G", "G", "G"],
    ["G", "G", "OS", "G", "G", "NI", "G", "NI", "G", "G"],
  ]
  private static let reasons = [
    "OS": ["Substantial evidence of impact in all phases of support", "Sustained gains over three years"],
    "G": ["Evidence of impact in most schools", "Improvement in line with the plan"],
    "NI": ["Impact not yet consistent", "Tracking in place; use of it varies"],
    "SI": ["Little evidence of impact", "Action plan not yet implemented"],
    "NA": ["Does not apply to early years"],
  ]

  func write(in folder: SampleFolder) throws {
    let file = try folder.table(.judgements)
    for authority in country.authorities where authority.isCurrent && country.options.writes(authority) {
      var stream = RandomStream(seed: country.options.seed, purpose: .judgements, key: authority.code)
      for (row, phase) in Self.phases.enumerated() {
        for (column, aspect) in Self.aspects.enumerated() {
          let rating = self.rating(authority, row, column, &stream)
          file.text(authority.laCode)
          file.whole(2009)
          file.text(phase)
          file.text(aspect)
          file.text(rating)
          file.text("Head of school improvement")
          file.text(stream.pick(Self.reasons[rating] ?? [""]))
          try file.endRow()
        }
      }
    }
  }

  private func rating(_ authority: Authority, _ row: Int, _ column: Int, _ stream: inout RandomStream) -> String {
    if authority.code == AuthorityCodes.anyborough || Self.example[row][column] == "NA" {
      return Self.example[row][column]
    }
    let place = 0.7 * authority.quality + 0.8 * stream.normal()
    return place > 1.1 ? "OS" : place > -0.25 ? "G" : place > -1.3 ? "NI" : "SI"
  }
}
