import HTML
import Packs
import SchoolStatistics

/// A measure over the years, large enough to be read alone: labelled axes, the school solid, England dashed, the last
/// figures written out. Colours are presentation attributes, which every printer understands.
struct YearsChart {
  var line: PackLine
  var name: String

  private let left = 34.0, right = 176.0, top = 8.0, bottom = 66.0

  /// Nil where no year has a figure.
  var markup: HTML? {
    let values = (line.own + line.national).compactMap { $0?.double }
    guard line.own.contains(where: { $0 != nil }), let least = values.min(), let most = values.max() else { return nil }
    let ends = Self.ends(least, most, isPercent: line.suffix == "%")
    func y(_ value: Double) -> Double { bottom - (value - ends.low) / (ends.high - ends.low) * (bottom - top) }
    func x(_ index: Int) -> Double {
      line.years.count == 1
        ? (left + right) / 2 : left + 8 + (right - left - 16) * Double(index) / Double(line.years.count - 1)
    }
    var svg: HTML =
      "<svg class=\"years-chart\" viewBox=\"0 0 234 82\" width=\"234\" height=\"82\" role=\"img\" aria-label=\"\(text)\" font-family=\"Source Sans 3,Liberation Sans,Arial,sans-serif\" font-size=\"10\" fill=\"currentColor\">"
    for end in [ends.low, ends.high] {
      svg.append(
        "<path d=\"M\(SVG.number(left)) \(SVG.number(y(end)))H\(SVG.number(right))\" stroke=\"#b1b4b6\" stroke-width=\"0.7\"/>"
      )
      svg.append(
        "<text x=\"\(SVG.number(left - 4))\" y=\"\(SVG.number(y(end) + 3.5))\" text-anchor=\"end\">\(Self.tick(end) + line.suffix)</text>"
      )
    }
    for index in line.years.indices {
      svg.append(
        "<text x=\"\(SVG.number(x(index)))\" y=\"79\" text-anchor=\"middle\">\(String(line.years[index].ending))</text>"
      )
      if index > 0, line.breaks.contains(index) {
        let middle = (x(index - 1) + x(index)) / 2
        svg.append(
          "<path d=\"M\(SVG.number(middle)) \(SVG.number(top))V\(SVG.number(bottom))\" stroke=\"#767676\" stroke-width=\"0.8\" stroke-dasharray=\"1 3\"/>"
        )
      }
    }
    svg.append(
      drawn(line.national, x, y, "stroke=\"#767676\" stroke-width=\"1.6\" stroke-dasharray=\"4 3\"", "#767676", 1.8))
    svg.append(drawn(line.own, x, y, "stroke=\"#12436d\" stroke-width=\"2.4\"", "#12436d", 3))
    var labels: [(y: Double, text: HTML)] = []
    if let own = line.own.last ?? nil {
      labels.append((y(own.double), "<tspan font-weight=\"700\">\(number(own))</tspan>"))
    }
    if let england = line.national.last ?? nil { labels.append((y(england.double), "\(number(england)) Eng.")) }
    // Two figures near each other stand one above the other.
    if labels.count == 2, abs(labels[0].y - labels[1].y) < 11 {
      let (middle, step) = ((labels[0].y + labels[1].y) / 2, labels[0].y <= labels[1].y ? 5.5 : -5.5)
      labels[0].y = middle - step
      labels[1].y = middle + step
    }
    for label in labels {
      svg.append("<text x=\"\(SVG.number(right - 1))\" y=\"\(SVG.number(label.y + 3.5))\">\(label.text)</text>")
    }
    svg.append("</svg>")
    return svg
  }

  /// The text equivalent: every year of both lines.
  var text: String {
    PackSections.series(line, name).text
  }

  /// Round ends of the axis: tens of per cent, at least twenty apart; otherwise the least and the most.
  private static func ends(_ least: Double, _ most: Double, isPercent: Bool) -> (low: Double, high: Double) {
    guard isPercent else { return most - least > 0.2 ? (least, most) : (least - 0.5, most + 0.5) }
    var (low, high) = ((least / 10).rounded(.down) * 10, (most / 10).rounded(.up) * 10)
    while high - low < 20 { if high < 100 { high += 10 } else { low -= 10 } }
    return (low, high)
  }

  private static func tick(_ value: Double) -> String {
    FigureText.number(FigureText.rounded(value, 1), decimals: value == value.rounded() ? 0 : 1)
  }

  private func number(_ value: Rational) -> String { FigureText.number(value, decimals: line.decimals) + line.suffix }

  /// A path through years in a row, lifted at gaps and breaks, and a dot a year.
  private func drawn(
    _ values: [Rational?], _ x: (Int) -> Double, _ y: (Double) -> Double, _ look: HTML, _ colour: HTML, _ radius: Double
  ) -> HTML {
    var (path, dots) = ("", HTML())
    var isDown = false
    for index in values.indices {
      guard let value = values[index]?.double else {
        isDown = false
        continue
      }
      let place = "\(SVG.number(x(index))) \(SVG.number(y(value)))"
      path += (isDown && !line.breaks.contains(index) ? "L" : "M") + place
      isDown = true
      dots.append(
        "<circle cx=\"\(SVG.number(x(index)))\" cy=\"\(SVG.number(y(value)))\" r=\"\(SVG.number(radius))\" fill=\"\(colour)\"/>"
      )
    }
    return path.isEmpty ? dots : "<path d=\"\(path)\" fill=\"none\" \(look)/>" + dots
  }
}
