import HTML
import SchoolStatistics

/// Every school's target against its top-quartile benchmark: to the right of the line the target reaches it.
///
/// The area of a mark is that of the cohort; the quartile of value added is its shape and its shade, so that it reads
/// in grey. Its text equivalent is the table of schools.
struct TargetChart {
  struct Mark {
    var target: Rational
    var benchmark: Rational
    var cohort: Int
    var quartile: Int?
  }

  var marks: [Mark]
  /// For the text equivalent.
  var name: String
  /// Where the figures are, for those who do not see the drawing.
  var table: String

  private let size = 320.0
  private let left = 34.0
  private let bottom = 30.0

  /// Nil without a school that has both figures.
  var markup: HTML? {
    guard !marks.isEmpty else { return nil }
    let values = marks.flatMap { [$0.target.double, $0.benchmark.double] }
    let low = max(0, (values.min()! / 10).rounded(.down) * 10)
    let high = min(100, max(low + 20, (values.max()! / 10).rounded(.up) * 10))
    func x(_ value: Double) -> Double { left + (value - low) / (high - low) * (size - left - 10) }
    func y(_ value: Double) -> Double { size - bottom - (value - low) / (high - low) * (size - bottom - 10) }
    var svg: HTML =
      "<svg class=\"targets\" viewBox=\"0 -14 320 334\" width=\"320\" height=\"334\" role=\"img\" aria-label=\"\(text)\">"
    for tick in stride(from: low, through: high, by: high - low > 50 ? 20 : 10) {
      let (across, up) = (SVG.number(x(tick)), SVG.number(y(tick)))
      svg.append(
        "<path class=\"grid\" d=\"M\(across) 10V290M34 \(up)H310\" stroke=\"#dcdfe0\" stroke-width=\"1\" fill=\"none\"/>"
      )
      svg.append(
        "<text x=\"\(across)\" y=\"304\" text-anchor=\"middle\" font-size=\"11\" fill=\"#505a5f\">\(Int(tick))</text>")
      svg.append(
        "<text x=\"29\" y=\"\(SVG.number(y(tick) + 4))\" text-anchor=\"end\" font-size=\"11\" fill=\"#505a5f\">\(Int(tick))</text>"
      )
    }
    svg.append(
      "<path class=\"own\" d=\"M\(SVG.number(x(low))) \(SVG.number(y(low)))L\(SVG.number(x(high))) \(SVG.number(y(high)))\" stroke=\"#12436d\" stroke-width=\"1.2\" stroke-dasharray=\"4 3\" fill=\"none\"/>"
    )
    // Larger schools first, so that smaller ones stay in sight.
    for mark in marks.enumerated().sorted(by: { ($1.element.cohort, $0.offset) < ($0.element.cohort, $1.offset) }).map(
      \.element)
    {
      svg.append(
        Self.shape(
          mark.quartile, x(mark.target.double), y(mark.benchmark.double), 2.2 + Double(mark.cohort).squareRoot() * 0.42)
      )
    }
    svg.append("<text x=\"310\" y=\"318\" text-anchor=\"end\" font-size=\"11\" fill=\"#505a5f\">Target, % →</text>")
    svg.append("<text x=\"2\" y=\"-4\" font-size=\"11\" fill=\"#505a5f\">Top-quartile line, %</text>")
    svg.append("</svg>")
    return svg
  }

  private var text: String {
    let reached = marks.count { $0.target >= $0.benchmark }
    return
      "\(name): \(reached) of \(FigureText.count(marks.count, "school")) have targets at or above their top-quartile line; \(table)"
  }

  /// A circle, square, triangle, diamond or cross of about the same area.
  static func shape(_ quartile: Int?, _ x: Double, _ y: Double, _ r: Double) -> HTML {
    func points(_ offsets: [(Double, Double)]) -> String {
      "M" + offsets.map { "\(SVG.number(x + $0.0 * r)) \(SVG.number(y + $0.1 * r))" }.joined(separator: "L") + "Z"
    }
    let stroke: HTML = "stroke=\"#0b0c0c\" stroke-width=\".9\""
    switch quartile {
    case 1:
      return
        "<circle class=\"q1\" cx=\"\(SVG.number(x))\" cy=\"\(SVG.number(y))\" r=\"\(SVG.number(r))\" fill=\"#28a197\" \(stroke)/>"
    case 2:
      return
        "<path class=\"q2\" d=\"\(points([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]))\" fill=\"#d4ebe8\" \(stroke)/>"
    case 3:
      return "<path class=\"q3\" d=\"\(points([(0, -1.3), (1.2, 0.9), (-1.2, 0.9)]))\" fill=\"#ece6ef\" \(stroke)/>"
    case 4:
      return
        "<path class=\"q4\" d=\"\(points([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]))\" fill=\"#a285d1\" \(stroke)/>"
    default:
      let across = SVG.number(2 * r)
      return
        "<path class=\"q0\" d=\"M\(SVG.number(x - r)) \(SVG.number(y - r))l\(across) \(across)m0 -\(across)l-\(across) \(across)\" fill=\"none\" stroke=\"#505a5f\" stroke-width=\"1.4\"/>"
    }
  }

  /// The marks with what they stand for: 1 to 4, then not ranked.
  static let key: HTML = ([1, 2, 3, 4, nil] as [Int?]).map { quartile in
    let words = quartile.map { "quartile \($0)" } ?? "not ranked"
    return
      "<span><svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">\(shape(quartile, 8, 8, 4.6))</svg> \(words)</span> "
  }.joined()
}
