import Foundation
import Rulebook

/// The checks of the DfE open-data standard that fail a file, written from the standard and not from our writer.
///
/// Each check adds what it found under the screener's own name for it. The lookups of official places are not here:
/// they need lists that are not part of this project.
struct OpenDataScreener {
  var name: String
  var header: [String]
  var rows: [[String]]
  var meta: [[String: String]]
  var metaHeader: [String]
  private(set) var failures: [String] = []

  init(name: String, data: String, metaName: String, meta metaText: String) {
    self.name = name
    var table = Self.parse(data)
    header = table.removeFirst()
    rows = table
    var metaTable = Self.parse(metaText)
    metaHeader = metaTable.removeFirst()
    let heading = metaHeader
    meta = metaTable.map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
    checkNames(metaName)
    checkColumns()
    checkMeta()
    if failures.isEmpty {
      checkTime()
      checkFilters()
      checkGeography()
      checkCells()
    }
  }

  private mutating func fail(_ check: String, _ found: String) { failures.append("\(check): \(found)") }
  private func filters() -> [String] { meta.filter { $0["col_type"] == "Filter" }.map { $0["col_name"]! } }
  private func indicators() -> [String] { meta.filter { $0["col_type"] == "Indicator" }.map { $0["col_name"]! } }
  private func column(_ name: String) -> [String] {
    header.firstIndex(of: name).map { index in rows.map { $0[index] } } ?? []
  }

  private mutating func checkNames(_ metaName: String) {
    if name.contains(" ") { fail("filename_spaces", name) }
    if name.wholeMatch(of: /[a-z0-9_-]+\.csv/) == nil { fail("filename_special", name) }
    if metaName != name.replacing(".csv", with: ".meta.csv") { fail("filenames_match", metaName) }
    let stem = name.dropLast(4)
    if !(35...50).contains(stem.count) { fail("guide: 35 to 50 characters", "\(stem.count)") }
    if stem.contains(/(19|20)[0-9]{2}/) { fail("guide: no year in the name", name) }
  }

  private mutating func checkColumns() {
    let required = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]
    for column in required where !header.contains(column) { fail("col_req_data", column) }
    let metaRequired = [
      "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
      "filter_grouping_column",
    ]
    for column in metaRequired where !metaHeader.contains(column) { fail("col_req_meta", column) }
    for column in metaHeader where !(metaRequired + ["filter_default", "parent_filter"]).contains(column) {
      fail("col_invalid_meta", column)
    }
    if meta.count > header.count - 5 { fail("col_to_rows", "\(meta.count) rows of metadata") }
    for column in filters() + indicators() where !header.contains(column) { fail("cross_meta_to_data", column) }
    for column in header where column.contains(" ") { fail("col_names_spaces", column) }
    for column in header where column.wholeMatch(of: /[a-z][a-z0-9_]*/) == nil { fail("col_snake_case", column) }
    let smushed =
      /male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|english|british|scottish|welsh|arab/
    for column in indicators() where column.contains(smushed) { fail("col_ind_smushed", column) }
    let harmonised = ["ethnic", "school_type", "provider_type", "primary_need", "sen_"]
    for column in filters() + indicators()
    where harmonised.contains(where: { column.contains($0) })
      && !["sen_status", "sen_primary_need", "ethnicity_major", "ethnicity_minor"].contains(column)
    { fail("harmonised_variables", column) }
    let known = Set(
      required + ["region_code", "region_name", "old_la_code", "new_la_code", "la_name"] + filters() + indicators())
    for column in header where !known.contains(column) { fail("cross_data_to_meta", column) }
    for (number, row) in rows.enumerated() where row.count != header.count { fail("ragged row", "\(number)") }
  }

  private mutating func checkMeta() {
    for row in meta {
      let column = row["col_name"]!
      let isFilter = row["col_type"] == "Filter"
      if !["Filter", "Indicator"].contains(row["col_type"]!) { fail("meta_col_type", row["col_type"]!) }
      if column.isEmpty || column.contains(" ") { fail("meta_col_name", column) }
      if row["label"]!.isEmpty { fail("meta_label", column) }
      if row["label"]!.count > 80 { fail("api_char_col_label", row["label"]!) }
      if column.count > 50 { fail("api_char_col_name", column) }
      if isFilter {
        for key in ["indicator_grouping", "indicator_unit", "indicator_dp"] where !row[key]!.isEmpty {
          fail("meta_" + key, column)
        }
        if column.contains(
          /^((sch|prov|inst|estab|reg|la|local|rsc|pfa|pcon|lep|mca|oa|ward|mat).*(name|code|urn|ukprn|number|upin|id)|laestab|sch|school|schools|name|code|urn|region|la|lad)$/
        ) {
          fail("meta_geog_catch", column)
        }
      } else {
        for key in ["filter_hint", "filter_grouping_column"] where !row[key]!.isEmpty { fail("meta_" + key, column) }
        if !["", "%", "pp", "£", "£m", "numberstring"].contains(row["indicator_unit"]!) {
          fail("meta_ind_unit_validation", column)
        }
        if row["indicator_dp"]!.wholeMatch(of: /[0-9]*/) == nil { fail("meta_ind_dp_values", column) }
      }
    }
    for key in ["col_name", "label"] where Set(meta.map { $0[key]! }).count != meta.count {
      fail("meta_dupe_" + key, "")
    }
    let geography = ["time_period", "geographic_level", "country_code", "region_code", "old_la_code", "la_name"]
    for row in meta where geography.contains(row["col_name"]!) { fail("meta_ob_unit", row["col_name"]!) }
  }

  private mutating func checkTime() {
    for period in Set(column("time_period")) {
      guard let number = Int(period), period.count == 6 else {
        fail("time_period", period)
        continue
      }
      if (number / 100 + 1) % 100 != number % 100 { fail("time_period_six", period) }
    }
    let identifiers = Set(column("time_identifier"))
    if identifiers != ["Academic year"] { fail("time_id_mix", identifiers.joined(separator: ", ")) }
  }

  private mutating func checkFilters() {
    for filter in filters() {
      let items = Set(column(filter))
      if items.count < 2 { fail("filter_not_singular", filter) }
      if items.count > 25_000 { fail("filter_item_limit", filter) }
      if items.contains("") { fail("filter_blanks", filter) }
      for item in items where item.hasPrefix(" ") || item.hasSuffix(" ") { fail("filter_whitespace", item) }
      let initial = meta.first { $0["col_name"] == filter }!["filter_default"] ?? ""
      if !items.contains(initial.isEmpty ? "Total" : initial) { fail("filter_defaults", filter) }
    }
  }

  private mutating func checkGeography() {
    let levels = column("geographic_level")
    for level in Set(levels) where !["National", "Regional", "Local authority"].contains(level) {
      fail("geog_level", level)
    }
    let columns = ["region_code", "region_name", "old_la_code", "new_la_code", "la_name"].map { column($0) }
    for (index, level) in levels.enumerated() {
      let filled = columns.map { !$0[index].isEmpty }
      let expected =
        level == "National"
        ? [false, false, false, false, false]
        : level == "Regional" ? [true, true, false, false, false] : [true, true, true, true, true]
      if filled != expected { fail("geog_level_completed", "row \(index + 2), \(level): \(columns.map { $0[index] })") }
    }
    for code in Set(column("country_code")) where code != "E92000001" { fail("geog_country_combos", code) }
    var codesOfName: [String: Set<String>] = [:]
    for index in levels.indices where levels[index] == "Local authority" {
      codesOfName[columns[4][index], default: []].insert(columns[3][index])
      if columns[2][index] != "x", columns[2][index].wholeMatch(of: /[0-9]{3}/) == nil {
        fail("geog_la_combos", columns[2][index])
      }
    }
    for (place, codes) in codesOfName where codes.count > 1 { fail("geog_other_dupes", place) }
    for name in Set(columns[1])
    where name.lowercased() == "yorkshire and the humber" && name != "Yorkshire and The Humber" {
      fail("geog_region_combos", name)
    }
  }

  private mutating func checkCells() {
    let keys = ["time_period", "geographic_level", "region_code", "new_la_code", "old_la_code", "la_name"] + filters()
    let positions = keys.compactMap { header.firstIndex(of: $0) }
    var seen: Set<[String]> = []
    for row in rows where !seen.insert(positions.map { row[$0] }).inserted { fail("general_dupes", "\(row)") }
    for cell in Set(rows.joined())
    where ["NULL", "Null", "null", "NA", "na", "N/A", "n/a", ".", "..", "-"].contains(cell) {
      fail("general_null", cell)
    }
    for indicator in indicators() {
      for cell in Set(column(indicator))
      where Double(cell) == nil && !["z", "x", "c", "low", "u", "k"].contains(cell) {
        fail("ind_invalid_entry", "\(indicator): '\(cell)'")
      }
    }
    // Every place has every combination of filters in every year: the matrix is complete.
    let years = Set(column("time_period")).count
    let places = Set(rows.map { Array($0[2..<10]) }).count
    let combinations = filters().reduce(1) { $0 * Set(column($1)).count }
    if rows.count != years * places * combinations { fail("guide: complete the matrix", "\(rows.count) rows") }
  }

  /// Records of a CSV text, RFC 4180.
  static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.unicodeScalars.append(scalars.removeFirst())
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}
