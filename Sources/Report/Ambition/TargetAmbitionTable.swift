import Indicators
import SchoolStatistics

/// `tables/target-ambition.csv`: every school's targets judged, and the summaries of areas by quartile of value added.
struct TargetAmbitionTable: ReportOutput {
  let format = ReportFormat.csv
  let table: Table? = .targetAmbition

  static let description = TableDescription(
    name: "target-ambition", title: "Ambition of targets",
    description:
      "School rows: one per school, target year and measure, with the six criteria, the verdict and the pupils that would change it. "
      + "Area rows (England, regions, local authorities): one per phase and target year for all schools and for each quartile of value added. "
      + "For internal use: small cohorts are not suppressed.",
    fields: PlaceFields.time + PlaceFields.place + TargetAmbitionFields.what + TargetAmbitionFields.target
      + TargetAmbitionFields.criteria + TargetAmbitionFields.verdict + TargetAmbitionFields.area)

  func write(_ content: ReportContent, to folder: ReportFolder) throws(ReportError) {
    let ambition = content.ambition
    let chosen = Set(content.areas.map(\.place))
    let schools = ambition.results.schools.indices.filter {
      !content.isLimited || chosen.contains(.localAuthority(ambition.results.schools[$0].authority))
    }
    let areas = content.areas.flatMap { area in ambition.areas(area.place).map { (area, $0) } }
    let chunk = 256
    let schoolChunks = (schools.count + chunk - 1) / chunk
    try TableWriter.write(Self.description, chunks: schoolChunks + 1, jobs: content.options.jobs, to: folder) {
      index -> CSVBytes in
      var rows = CSVBytes(capacity: 1 << 16)
      if index == 0 {
        for (area, found) in areas { TargetAmbitionFields.write(found, area, to: &rows) }
      } else {
        for position in schools[(index - 1) * chunk..<min(schools.count, index * chunk)] {
          TargetAmbitionFields.write(ambition.results.schools[position], content, to: &rows)
        }
      }
      return rows
    }
  }
}
