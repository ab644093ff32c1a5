import CSV
import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// Files of the open-data standard: filters, levels and editions.
@Suite struct OpenDataTests {
  private static let place =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name"

  private func areas(_ rows: String) throws -> (data: SchoolData, findings: [Finding]) {
    let header =
      Self.place + ",version,breakdown,sex,free_school_meals,t_pupils,t_l2basics_94,pt_l2basics_94,avg_att8\n"
    return try Fixture(Lists.with(["ks4.csv": header + rows])).read()
  }

  @Test func `a row is about the one group that its filters name, and of two groups about neither`() throws {
    let (data, findings) = try areas(
      """
      202324,Academic year,National,E92000001,England,,,,,,Revised,Total,Total,Total,600000,390000,65.0,45.9
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Total,Total,Total,1000,650,65.0,46.1
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Sex,Girls,Total,480,330,68.8,48.0
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Free school meals,Total,FSM,200,80,40.0,33.0
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Free school meals,Girls,FSM,90,40,44.4,34.0
      202324,Autumn term,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Total,Total,Total,7,6,85.7,1.0
      202324,Academic year,Ward,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Total,Total,Total,9,8,88.9,2.0

      """)
    #expect(!findings.contains { $0.severity == .error })
    let shares = data.published.filter { $0.measure == "ks4_em_94" }
    #expect(shares.count == 4)
    #expect(shares.map(\.group) == [.all, .all, .girls, .fsm])
    #expect(shares.map { $0.numerator.count } == [390000, 650, 330, 80])
    #expect(shares.map(\.value.text) == ["65", "65", "68.8", "40"])
    #expect(Set(shares.map(\.year.ending)) == [2024])
  }

  @Test func `a filter's word that nothing explains leaves its rows out and is named once`() throws {
    let (data, findings) = try areas(
      """
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Total,Total,Total,1000,650,65.0,46.1
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Total,Gorls,Total,480,330,68.8,48.0
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,901,E06000901,Ashford,Revised,Total,Gorls,FSM,90,40,44.4,34.0

      """)
    #expect(data.published.filter { $0.measure == "ks4_em_94" }.map(\.group) == [.all])
    let unknown = findings.filter { $0.rule == Check.unknownWord.id }
    #expect(unknown.count == 1)
    #expect(unknown.first?.line == 3 && unknown.first?.column == "sex" && unknown.first?.value == "Gorls")
    #expect(unknown.first?.message.contains("2 rows") == true)
  }

  @Test func `a subject a row gives the measures of each subject, and the three-year average none`() throws {
    let header =
      "time_period,time_identifier,geographic_level,country_code,country_name,version,school_urn,school_laestab,school_name,breakdown_topic,breakdown,subject,expected_standard_pupil_percent,higher_standard_pupil_percent,progress_measure_score\n"
    let start = "202324,Academic year,School,E92000001,England,Revised,100001,9012001,Ash Primary,"
    let rows = [
      "All pupils,Total,\"Reading, writing and maths\",60,8,z", "All pupils,Total,Reading,71,25,1.5",
      "Sex,Girls,Reading,80,30,2.5", "All pupils,3 year average,Reading,66,20,z",
    ]
    let (data, findings) = try Fixture(
      Lists.with(["ks2.csv": header + rows.map { start + $0 }.joined(separator: "\n") + "\n"])
    ).read()
    #expect(!findings.contains { $0.severity == .error })
    func figures(_ measure: Measure) -> [String] {
      data.tables.flatMap { table in
        (table.column(measure)?.figures).map { figures in
          (0..<table.count).map { "\(table.groups[$0].rawValue) \(figures[$0].text)" }
        } ?? []
      }
    }
    #expect(figures("ks2_rwm_expected") == ["all 60"])
    #expect(figures("ks2_reading_expected") == ["all 71", "girls 80"])
    #expect(figures("ks2_progress_reading") == ["all 1.5", "girls 2.5"])
  }

  @Test(arguments: [
    ("1_absence_3term_nat_", "absence-open"), ("1a_absence_3term_sch", "absence-open"),
    ("202324_la_char_data_", "ks4-open-areas"), ("2223_la_char_data_re", "ks4-open-areas"),
    ("202425_all_state_fun", "ks4-open-areas-2025"), ("202324_performance_t", "ks4-open-schools"),
    ("202425_performance_t", "ks4-open-schools-2025"), ("ks2_la_nat_attainmen", "ks2-open-attainment"),
    ("ks2_school_attainmen", "ks2-open-attainment"), ("ks2_la_nat_informati", "ks2-open-information"),
    ("ks2_school_informati", "ks2-open-information"), ("exc_nat_region_la", "exclusions-open"),
    ("exc_school", "exclusions-open"), ("sen_phase_type_", "sen-open"), ("2022_2023_england_ks", "ks4-2017"),
    ("2023_2024_england_ks", "ks4-2017"), ("2024_2025_england_ks-2", "ks4-2017"),
    ("cscp_ks2_2022_2023", "ks2-2016"),
  ])
  func `today's files are known by their headers`(file: String, layout: String) throws {
    guard let folder = ProjectFolders.published("headers-of-today") else { return }
    let text = try String(contentsOfFile: "\(folder)/\(file).txt", encoding: .utf8)
    let reference = try ReferenceData(folder: ProjectFolders.reference, jobs: 1)
    let header = HeaderNames(text.split { $0.isNewline || $0 == "," }.map(String.init))
    #expect(reference.layouts.recognise(header)?.id == layout)
  }

  @Test
  func `an extract of the register of schools gives names, types, phases and days, whichever way they are written`()
    throws
  {
    let header =
      "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),HeadLastName\n"
    let (data, findings) = try Fixture([
      "local_authorities.csv": Lists.authorities,
      "edubasealldata20261101.csv": header
        + "100001,901,Ashford,2001,Ash Primary,Community school,Open,01-09-1998,,Primary,Smith\n"
        + "100002,901,Ashford,4001,Birch Academy,Academy converter,Closed,,31-08-2019,Secondary,Jones\n",
    ]).read()
    #expect(!findings.contains { $0.severity > .note })
    #expect(data.schools.map(\.name) == ["Ash Primary", "Birch Academy"])
    #expect(data.schools.map(\.kind) == [.primary, .secondary])
    #expect(data.schools[0].opened == CalendarDate(year: 1998, month: 9, day: 1))
    #expect(data.schools[1].closed == CalendarDate(year: 2019, month: 8, day: 31))
  }

  /// The rows of a published file as dictionaries.
  private func rows(_ path: String) throws -> [[String: String]] {
    let file = try CSVFile(path: path)
    let names = try file.header().names
    return try file.read(
      columns: Array(names.indices), parts: 1, makeState: { _ in [[String: String]]() },
      body: { rows, record in
        var row: [String: String] = [:]
        for (index, name) in names.enumerated() { row[name] = record.text(index) }
        rows.append(row)
      }
    ).flatMap(\.state)
  }

  @Test func `figures of authorities are those of the published files' own rows`() throws {
    guard let folder = ProjectFolders.published("ees") else { return }
    let (data, findings) = try ingest(
      IngestOptions(dataFolders: [folder], referenceFolder: ProjectFolders.reference, jobs: 2))
    #expect(!findings.contains { $0.severity == .error })
    struct Key: Hashable {
      var source: Int, year: Int, place: Place
      var group: PupilGroup, variant: String
    }
    func figures(_ measure: Measure) -> [Key: PublishedFigure] {
      Dictionary(
        data.published.filter { $0.measure == measure && $0.place.level == .localAuthority }.map {
          (Key(source: $0.source, year: $0.year.ending, place: $0.place, group: $0.group, variant: $0.variant), $0)
        }, uniquingKeysWith: { first, _ in first })
    }
    func compare(
      _ file: String, _ measure: Measure, count: String, value: String?, decimals: Int,
      about: ([String: String]) -> (PupilGroup, String)?
    ) throws {
      guard let source = data.sources.firstIndex(where: { $0.path.hasSuffix(file) }) else {
        Issue.record("\(file) was not read")
        return
      }
      let found = figures(measure)
      var compared = 0
      for row in try rows(folder + "/" + file) where row["geographic_level"] == "Local authority" {
        guard let (group, variant) = about(row), let code = Int(row["old_la_code"]!), let n = Int(row[count]!) else {
          continue
        }
        let year = Int(row["time_period"]!.prefix(4))! + 1
        let key = Key(
          source: source, year: year, place: .localAuthority(LocalAuthorityCode(code)), group: group, variant: variant)
        guard let figure = found[key] else {
          Issue.record("\(row["la_name"]!), \(group), \(year) was not read")
          continue
        }
        #expect(figure.numerator.count == n)
        if let printed = value.flatMap({ row[$0] }).flatMap(Double.init) {
          #expect(figure.value.value?.text(decimals: decimals) == String(format: "%.\(decimals)f", printed))
        }
        compared += 1
      }
      #expect(compared > 140)
    }
    try compare(
      "1_eyfsp_headline_measures_2022.csv", "ey_gld", count: "gld_number", value: "gld_percentage", decimals: 1
    ) { $0["gender"] == "Total" && $0["characteristic_type"] == "Total" ? (.all, "") : nil }
    try compare(
      "1_eyfsp_headline_measures_2022.csv", "ey_gld", count: "gld_number", value: "gld_percentage", decimals: 1
    ) {
      $0["gender"] == "Total" && $0["characteristic_type"] == "Known to be eligible for free school meals"
        ? (.fsm, "") : nil
    }
    try compare("KS4_2018_LA_Char_Testdata.csv", "ks4_em_94", count: "t_l2basics_94", value: nil, decimals: 1) {
      $0["characteristic_gender"] == "Total" && $0["characteristic_disadvantage"] == "disadvantaged"
        ? (.disadvantaged, "") : nil
    }
    try compare("absence_by_term.csv", "absence", count: "sess_overall", value: "sess_overall_percent", decimals: 1) {
      $0["term"] == "Total" && $0["school_type"] == "State-funded secondary" ? (.all, "secondary") : nil
    }
  }
}
