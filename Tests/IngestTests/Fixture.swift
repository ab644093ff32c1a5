import Foundation
import SchoolStatistics
import TestSupport

@testable import Ingest

/// A data folder of our own making, read with the project's reference data.
struct Fixture {
  let folder: TemporaryFolder
  var reference = ProjectFolders.reference

  init() throws { folder = try TemporaryFolder() }

  /// A folder of files, name and text.
  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
  }

  func read(year: Int? = nil, jobs: Int = 2) throws -> (data: SchoolData, findings: [Finding]) {
    try ingest(
      IngestOptions(
        dataFolders: [folder.path], referenceFolder: reference, year: year.map { AcademicYear(ending: $0) }, jobs: jobs)
    )
  }

  /// Findings as users read them, without the folder before the file's name.
  func messages(_ rule: String? = nil, year: Int? = nil) throws -> [String] {
    try read(year: year).findings.filter { rule == nil || $0.rule == rule }.map {
      $0.description.replacingOccurrences(of: folder.path + "/", with: "")
    }
  }
}

/// Lists that keep the fixtures free of findings about places.
enum Lists {
  static let authorities = """
    la_code,la_name,ons_code,region_code,region_name,valid_from,valid_to
    901,Anyborough,E99000901,E12000001,North East,,
    902,Otherborough,E99000902,E12000001,North East,,

    """
  static let schools = """
    urn,la_code,estab,school_name,phase,school_type,maintained,opened,closed
    100001,901,2001,Ash Primary,primary,Community school,1,,
    100002,901,2002,Birch Primary,primary,Community school,1,,
    100003,902,4001,Cedar School,secondary,Academy - converter,1,,

    """
  static let both = ["local_authorities.csv": authorities, "schools.csv": schools]
  static let ks2Header =
    "year,urn,group,eligible,l4_english,l4_maths,l4_english_and_maths,below_l3_english,below_l3_maths,progress_english,progress_english_matched,progress_maths,progress_maths_matched\n"
  static let targetsHeader =
    "target_year,round_year,urn,measure,cohort,target_pupils,target_percent,estimate_b,estimate_d,prior_attainment_pupils,matched,predicted_below_expected,date_set,exceptional,exceptional_reason,decided_by,decided_on\n"

  static func with(_ files: [String: String]) -> [String: String] { both.merging(files) { $1 } }
}

extension SchoolData {
  /// Tables of one canonical name, in the order of the files.
  func tables(_ name: String) -> [DataTable] { tables.filter { $0.name == name } }
}
