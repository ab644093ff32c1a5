import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

/// What a data package says, and the mistakes in it.
@Suite struct DataPackageTests {
  private let absence = "LA,ESTAB,URN,PERCTOT\n901,2001,100001,5\n"

  private func fixture(_ package: String, file: String = "abs.csv") throws -> Fixture {
    try Fixture(["local_authorities.csv": Lists.authorities, file: absence, "datapackage.json": package])
  }

  @Test func `a broken package is an error, and its synthetic marker is kept`() throws {
    let fixture = try fixture(#"{"synthetic": true, "resources": [{"path": "abs.csv", "year": 2011}"#)
    let (data, findings) = try fixture.read(year: 2012)
    let finding = try #require(findings.first { $0.rule == "package-mistake" })
    #expect(finding.severity == .error && finding.file.hasSuffix("/datapackage.json"))
    #expect(finding.message.hasPrefix("it is not JSON"))
    #expect(data.isSynthetic)
  }

  @Test func `a year may be text, and a field of another kind costs no other`() throws {
    let fixture = try fixture(
      #"{"synthetic": true, "name": 7, "resources": [{"path": "abs.csv", "layout": 3, "year": "2011"}, "x"]}"#)
    let (data, findings) = try fixture.read(year: 2012)
    #expect(data.tables("attendance").first?.years == [2011] && data.isSynthetic)
    #expect(
      findings.filter { $0.rule == "package-mistake" }.map(\.message) == [
        "resource 2 is no object with a 'path'",
        "the layout of 'abs.csv' is not the name of one; see the list with 'layouts'",
      ])
  }

  @Test func `layout and year stand under a prefix, and go before the plain keys of earlier packages`() throws {
    let fixture = try fixture(
      #"{"resources": [{"path": "abs.csv", "school-indicators:layout": "absence", "school-indicators:year": 2011, "layout": "schools", "year": 2012}]}"#
    )
    let (data, findings) = try fixture.read(year: 2012)
    #expect(!findings.contains { $0.rule == "package-mistake" })
    #expect(data.tables("attendance").first?.years == [2011])
  }

  @Test func `a path into a folder is found, and one to nothing is named`() throws {
    let fixture = try fixture(
      #"{"resources": [{"path": "./sub/k.csv", "layout": "absence", "year": 2011}, {"path": "gone.csv", "year": "soon"}]}"#,
      file: "sub/k.csv")
    let (data, findings) = try fixture.read(year: 2012)
    #expect(data.tables("attendance").first?.years == [2011])
    #expect(
      findings.filter { $0.rule == "package-mistake" }.map(\.message) == [
        "there is no file 'gone.csv' in its folder; correct the path or take it out",
        "the year of 'gone.csv' is no school year such as 2009, 200809 or 2008/09",
      ])
  }
}
