import HTML
import Indicators
import SchoolStatistics
import Statistics

/// Where authorities lie among all: quartile shades with the best on the right, England's line, and for each marked
/// authority its interval and dot. Every other authority may stand as a thin line.
///
/// Colours are presentation attributes, which every printer understands, and classes, which let dark pages change them.
struct PositionStrip {
  struct Mark {
    var value: Rational
    var interval: ConfidenceInterval?
  }

  var distribution: Distribution
  var marks: [Mark]
  /// Values of the authorities that are not marked.
  var others: [Rational] = []
  var england: Rational?
  var width = 220.0
  var height = 26.0
  /// In words, for readers who do not see it.
  var text: String

  private let inset = 7.0

  var markup: HTML {
    let top = 4.0
    let band = height - 8
    var svg: HTML =
      "<svg class=\"strip\" viewBox=\"0 0 \(SVG.number(width)) \(SVG.number(height))\" width=\"\(SVG.number(width))\" height=\"\(SVG.number(height))\" role=\"img\" aria-label=\"\(text)\">"
    let edges = [inset] + distribution.quartiles.map { x($0.double) }.sorted() + [width - inset]
    for (index, shade) in ["4", "3", "2", "1"].enumerated() {
      let from = edges[index]
      let to = edges[index + 1]
      svg.append(
        "<path class=\"q\(shade)\" fill=\"\(Self.fills[index])\" d=\"M\(SVG.number(from)) \(SVG.number(top))H\(SVG.number(to))v\(SVG.number(band))H\(SVG.number(from))z\"/>"
      )
    }
    if !others.isEmpty {
      let lines = others.map { "M\(SVG.number(x($0.double))) \(SVG.number(top + 3))v\(SVG.number(band - 6))" }.joined()
      svg.append(
        "<path class=\"others\" stroke=\"#505a5f\" stroke-opacity=\".55\" stroke-width=\"1\" fill=\"none\" d=\"\(lines)\"/>"
      )
    }
    if let england {
      svg.append(
        "<path class=\"england\" stroke=\"#0b0c0c\" stroke-width=\"1.4\" stroke-dasharray=\"3 2\" d=\"M\(SVG.number(x(england.double))) 0V\(SVG.number(height))\"/>"
      )
    }
    let middle = height / 2
    let step = marks.count > 1 ? min(6, (band - 8) / Double(marks.count - 1)) : 0
    for (index, mark) in marks.enumerated() {
      let y = middle + (Double(index) - Double(marks.count - 1) / 2) * step
      if let interval = mark.interval {
        let ends = [x(interval.lower), x(interval.upper)].sorted()
        svg.append(
          "<path class=\"ci\" stroke=\"#0b0c0c\" stroke-width=\"1.5\" d=\"M\(SVG.number(ends[0])) \(SVG.number(y))H\(SVG.number(ends[1]))\"/>"
        )
      }
      svg.append(
        "<circle class=\"mark\" cx=\"\(SVG.number(x(mark.value.double)))\" cy=\"\(SVG.number(y))\" r=\"\(marks.count > 1 ? "3.4" : "4.2")\" fill=\"#12436d\" stroke=\"#fff\" stroke-width=\"1\"/>"
      )
    }
    svg.append("</svg>")
    return svg
  }

  /// The last quarter first, as it stands on the left.
  private static let fills = ["#c9b7d1", "#ece6ef", "#d4ebe8", "#9fd3cd"]

  /// Between the smallest and the largest value, turned round where low is good; what lies beyond stands at the edge.
  private func x(_ value: Double) -> Double {
    let low = distribution.smallest.double
    let high = distribution.largest.double
    guard high > low else { return width / 2 }
    let share = min(1, max(0, (value - low) / (high - low)))
    return inset + (distribution.polarity == .low ? 1 - share : share) * (width - 2 * inset)
  }
}
