import SchoolStatistics
import TargetAmbition
import TestSupport
import Testing

@testable import SelfEvaluation

/// Judgements as files give them.
@Suite struct SelfEvaluationTests {
  private func data(_ rows: [(year: Int, phase: String, strand: String, rating: String)]) -> SchoolData {
    var data = SchoolData()
    data.sources = [SourceFile(path: "judgements.csv", bytes: 0, digest: "", layout: "judgements", rows: 0, years: [])]
    var table = DataTable(name: "judgements", source: 0, level: .localAuthority)
    for name in ["phase", "aspect", "rating", "author", "reason"] { table.texts[name] = TextColumn() }
    for (index, row) in rows.enumerated() {
      table.places.append(0)
      table.years.append(Int16(row.year))
      table.lines.append(UInt32(index + 2))
      table.texts["phase"]?.append(row.phase)
      table.texts["aspect"]?.append(row.strand)
      table.texts["rating"]?.append(row.rating)
      table.texts["author"]?.append("Head of school improvement")
      table.texts["reason"]?.append("Gains over three years")
    }
    data.tables = [table]
    return data
  }

  private func read(_ rows: [(year: Int, phase: String, strand: String, rating: String)]) throws -> SelfEvaluation {
    SelfEvaluation(
      data(rows), through: AcademicYear(ending: 2009),
      rules: try SelfEvaluationRules(referenceFolder: ProjectFolders.reference))
  }

  @Test func `the latest year up to that of the report is shown, and nothing of another is mixed in`() throws {
    let found = try read([
      (2008, "primary", "1.1", "OS"), (2009, "primary", "1.2", "G"), (2010, "primary", "1.1", "SI"),
    ])
    let dashboard = try #require(found.dashboards[0])
    #expect(dashboard.year == AcademicYear(ending: 2009))
    let strands = dashboard.rules.strands
    #expect(dashboard.rating(.primary, strands[0]) == .notStated)
    #expect(dashboard.rating(.primary, strands[1]) == .rated(.good))
    #expect(dashboard.judgement(.primary, strands[1])?.source.line == 3)
    #expect(dashboard.overall(.primary, theme: 1) == .incomplete(missing: 4))
  }

  @Test func `a strand that a phase does not have is not applicable, whatever a file rates it`() throws {
    let found = try read([(2009, "early_years", "2.3", "OS"), (2009, "early_years", "1.4", "NA")])
    let dashboard = try #require(found.dashboards[0])
    #expect(dashboard.rating(.earlyYears, dashboard.rules.strands[7]) == .notApplicable)
    #expect(
      found.findings.map(\.description) == [
        "judgements.csv:2: warning: [strand-not-of-phase] strand 2.3 does not apply to early years, and is rated OS"
      ])
  }

  @Test func `a word that is no rating leaves the cell not stated, and without a table there is no dashboard`() throws {
    let found = try read([(2009, "primary", "1.1", "excellent")])
    let dashboard = try #require(found.dashboards[0])
    #expect(dashboard.rating(.primary, dashboard.rules.strands[0]) == .notStated)
    #expect(try read([]).dashboards.isEmpty)
  }
}
