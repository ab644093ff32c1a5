import Foundation
import LibFuzzer

@testable import Ingest

// Ingest as a whole: the input is one file of any table, beside the registers of a small country.

let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path
let reference: ReferenceData
do {
  reference = try ReferenceData(folder: package + "/Data/reference", jobs: 1)
} catch {
  fatalError("\(error)")
}
let folder = try makeScratchFolder()
let registers = [
  "local_authorities.csv": """
  la_code,la_name,ons_code,region_code,region_name,valid_from,valid_to
  101,Anyborough,E99000901,E12000001,North East,,
  102,Otherborough,E99000902,E12000001,North East,,
  """,
  "schools.csv": """
  urn,la_code,estab,school_name,phase,school_type,maintained,opened,closed
  970001,101,2001,Ash Primary,primary,Community school,1,,
  970002,102,2002,Birch Primary,primary,Community school,1,,
  970003,101,4001,Cedar School,secondary,Academy - converter,1,,
  """,
]
for (name, text) in registers { try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }

fuzz(folder + "/input.csv") {
  do throws(IngestError) {
    let (_, findings) = try ingest(IngestOptions(dataFolders: [folder], referenceFolder: ""), reference: reference)
    for finding in findings { _ = finding.description }
  } catch {
    _ = error.description
  }
}
