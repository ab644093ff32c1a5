import Foundation
import TestSupport
import Testing

@testable import SampleData

@Suite struct SampleFolderTests {
  private func contents(_ folder: String) throws -> [String: Data] {
    // The marker of the tool is the command's.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0))) })
  }

  @Test func `The committed sample is what the default options write, byte for byte`() throws {
    let folder = try TemporaryFolder()
    _ = try writeSampleData(to: folder.path, options: SampleOptions())
    let (written, committed) = (try contents(folder.path), try contents(ProjectFolders.sample))
    #expect(written.keys.sorted() == committed.keys.sorted())
    for (name, data) in written { #expect(data == committed[name], "\(name) differs: write Data/sample anew") }
  }

  @Test func `The committed sample is under ten megabytes`() throws {
    let bytes = try contents(ProjectFolders.sample).values.reduce(0) { $0 + $1.count }
    #expect(bytes < 10_000_000)
    #expect(bytes > 5_000_000)
  }

  @Test
  func `The sample of one authority holds its schools alone and England's figures, and another seed another country`()
    throws
  {
    let folder = try TemporaryFolder()
    let summary = try writeSampleData(to: folder.path, options: SampleOptions(size: .la, seed: 7))
    let (written, committed) = (try contents(folder.path), try contents(ProjectFolders.sample))
    // Both hold all authorities.
    for name in ["local_authorities.csv", "statistical_neighbours.csv"] { #expect(written[name] != committed[name]) }
    let schools = try SampleTable("schools.csv", in: folder.path).rows
    #expect(Set(schools.map { $0["la_code"] }) == ["901"])
    #expect(schools.count { $0["phase"] == "primary" } > 90)
    let published = try SampleTable("published_results.csv", in: folder.path).rows
    #expect(
      published.contains {
        $0["geographic_level"] == "National" && $0["measure"] == "ks2_l4_em" && $0["group"] == "not_fsm"
      })
    #expect(
      summary.rows
        == (try summary.files.filter { $0.rows > 0 }.reduce(0) {
          try $0 + SampleTable($1.path, in: folder.path).rows.count
        }))
  }

  @Test func `The data package calls the folder synthetic and names every file with its layout`() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: ProjectFolders.sample + "/datapackage.json")))
    let package = try #require(json as? [String: Any])
    #expect(package["synthetic"] as? Bool == true)
    #expect(package["title"] as? String == "Synthetic sample data: no such authority or school exists")
    let resources = try #require(package["resources"] as? [[String: Any]])
    let files = try contents(ProjectFolders.sample).keys.filter { $0.hasSuffix(".csv") }
    #expect(resources.compactMap { $0["path"] as? String }.sorted() == files.sorted())
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let layout = try #require(resource["school-indicators:layout"] as? String)
      #expect(path.hasPrefix(layout))
    }
  }
}
