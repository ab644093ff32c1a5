import SchoolStatistics
import Testing

@testable import Report

@Suite struct SeriesChartTests {
  private func point(_ label: String, _ own: Int?, _ england: Int?, afterBreak: Bool = false) -> SeriesChart.Point {
    SeriesChart.Point(
      label: label, own: own.map { Rational($0) }, england: england.map { Rational($0) }, isAfterBreak: afterBreak)
  }

  private func chart(_ points: [SeriesChart.Point]) -> String {
    SeriesChart(points: points, decimals: 0, suffix: "%", name: "A & B").markup?.text ?? ""
  }

  @Test func `both lines are drawn and said in words`() {
    let svg = chart([point("2006", 60, 70), point("2007", 70, 70), point("2008", 80, 70)])
    #expect(
      svg.contains("aria-label=\"A &amp; B: 2006 60%, 2007 70%, 2008 80%; England: 2006 70%, 2007 70%, 2008 70%\""))
    #expect(svg.contains("<path class=\"own\" d=\"M6 34L66 20L126 6\""))
    #expect(svg.contains("<path class=\"nat\" d=\"M6 20L66 20L126 20\""))
    #expect(svg.contains("stroke-dasharray=\"3.5 2.5\""))
    #expect(svg.contains("role=\"img\""))
  }

  @Test func `a change of definition lifts the line, leaves a mark and is said`() {
    let svg = chart([
      point("2006", 60, nil), point("2007", 60, nil), point("2008", 80, nil, afterBreak: true), point("2009", 80, nil),
    ])
    #expect(svg.contains("d=\"M6 34L46 34M86 6L126 6\""))
    #expect(svg.contains("class=\"break\" d=\"M66 3V37\""))
    #expect(svg.contains("definition changed in 2008"))
  }

  @Test func `a year that stands alone is a point and a gap is no line`() {
    let svg = chart([point("2006", 60, nil), point("2007", nil, nil), point("2008", 80, nil)])
    #expect(!svg.contains("<path class=\"own\""))
    #expect(svg.contains("<circle class=\"own-dot\" cx=\"6\""))
    #expect(svg.contains("2007 no figure"))
  }

  @Test func `small changes are not blown up to fill the height`() {
    let svg = chart([point("2006", 70, nil), point("2007", 71, nil)])
    #expect(svg.contains("M6 21.8L126 18.3"))
  }

  @Test func `no figures, no drawing`() {
    #expect(chart([point("2006", nil, 70)]).isEmpty)
  }
}
