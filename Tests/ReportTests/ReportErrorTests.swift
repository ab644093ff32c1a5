import Testing

@testable import Report

@Suite struct ReportErrorTests {
  @Test func `messages say where, what and the remedy`() {
    #expect(
      ReportError.diskFull(path: "Reports/x.csv").description
        == "Reports/x.csv: error: the disk is full; the earlier report is unchanged; free some space or give another folder with --out"
    )
    #expect(
      ReportError.cannotCreate(path: "/r", reason: "Permission denied").description
        == "/r: error: cannot be created: Permission denied; give another folder with --out")
    #expect(
      ReportError.unknownRegion(name: "Wessex", known: ["London", "North East"]).description
        == "error: no region 'Wessex' in the results; regions with results are London, North East")
    #expect(
      ReportError.notAFolder(path: "Reports/2009-autumn").description
        == "Reports/2009-autumn: error: a file stands where the report folder should be; move it away or give another folder with --out"
    )
  }
}
