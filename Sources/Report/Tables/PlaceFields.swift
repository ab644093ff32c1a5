import Indicators
import SchoolStatistics

/// The columns that say when and where a row is about, with the names of the DfE open-data standard.
enum PlaceFields {
  static let time: [TableField] = [
    TableField(
      "time_period", "Academic year", .string, [TableField.required, TableField.pattern("[0-9]{6}")],
      "Six digits: 200809 is 2008/09."),
    TableField(
      "time_identifier", "Kind of period", .string, [TableField.required, TableField.oneOf(["Academic year"])]),
  ]

  static let place: [TableField] = [
    TableField(
      "geographic_level", "Geographic level", .string,
      [TableField.required, TableField.oneOf(GeographicLevel.allCases.map(\.rawValue))]),
    TableField("country_code", "Country code", .string, [TableField.required]),
    TableField("country_name", "Country", .string, [TableField.required]),
    TableField("region_code", "Region code", .string, [], "Empty for England."),
    TableField("region_name", "Region"),
    TableField(
      "old_la_code", "LA code", .string, [TableField.pattern("[0-9]{3}")], "The three-digit DfE code, with its zeros."),
    TableField("new_la_code", "LA ONS code"),
    TableField("la_name", "Local authority"),
  ]

  /// The place of a school: its authority without what the authority's own rows in `indicators.csv` say.
  static let school: [TableField] =
    place.filter { ["geographic_level", "old_la_code", "la_name"].contains($0.name) } + [
      TableField("school_urn", "URN", .string, [TableField.required, TableField.pattern("[0-9]+")]),
      TableField(
        "school_laestab", "LAESTAB", .string, [TableField.pattern("[0-9]{7}")],
        "LA code and establishment number; empty where it is not known."),
      TableField("school_name", "School", .string),
    ]

  static func time(_ year: AcademicYear) -> [UInt8] {
    CSVBytes.fields {
      $0.text(year.timePeriod)
      $0.text("Academic year")
    }
  }

  static func place(_ area: Area) -> [UInt8] {
    CSVBytes.fields { row in
      row.text(area.place.level.rawValue)
      row.text("E92000001")
      row.text("England")
      switch area.place {
      case .national:
        for _ in 0..<5 { row.empty() }
      case .region(let code):
        row.text(code)
        row.text(area.name)
        for _ in 0..<3 { row.empty() }
      case .localAuthority(let code):
        row.text(area.regionCode)
        row.text(area.regionName)
        row.text(code.description)
        row.text(area.onsCode)
        row.text(area.name)
      case .school:
        preconditionFailure("a school is no area")
      }
    }
  }

  /// - Parameters:
  ///   - code: the authority that the school belonged to in the year; the register's where that is not asked.
  ///   - authority: its name.
  static func school(_ school: School, in code: LocalAuthorityCode? = nil, authority: String) -> [UInt8] {
    let code = code ?? school.authority
    return CSVBytes.fields { row in
      row.text(GeographicLevel.school.rawValue)
      row.text(code.description)
      row.text(authority)
      row.text(school.urn.description)
      if let number = school.establishment {
        let digits = String(number)
        row.text(school.authority.description + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
      } else {
        row.empty()
      }
      row.text(school.name)
    }
  }
}
