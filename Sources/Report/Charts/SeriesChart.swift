import HTML
import SchoolStatistics

/// A small line for the years: the place solid, England dashed, broken at a change of definition and at a gap.
///
/// A year that stands alone is a point. Colours are presentation attributes, which every printer understands, and
/// classes, which let dark pages change them.
struct SeriesChart {
  struct Point {
    var label: String
    var own: Rational?
    var england: Rational?
    var isAfterBreak: Bool
  }

  var points: [Point]
  var decimals: Int
  var suffix: String
  /// Of the indicator, for the text equivalent.
  var name: String
  /// True where the place is England itself, which is then drawn solid and once.
  var isEngland = false

  private let width = 132.0, height = 40.0, inset = 6.0

  /// Nil where no year has a value.
  var markup: HTML? {
    guard points.contains(where: { $0.own != nil }) else { return nil }
    var svg: HTML =
      "<svg class=\"series\" viewBox=\"0 0 132 40\" width=\"132\" height=\"40\" role=\"img\" aria-label=\"\(text)\">"
    for index in points.indices.dropFirst() where points[index].isAfterBreak {
      let x = SVG.number((x(index - 1) + x(index)) / 2)
      svg.append(
        "<path class=\"break\" d=\"M\(x) 3V37\" stroke=\"#b1b4b6\" stroke-width=\"1\" stroke-dasharray=\"1 3\"/>")
    }
    if !isEngland {
      svg.append(
        line(
          \.england, "nat", "fill=\"none\" stroke=\"#767676\" stroke-width=\"1.5\" stroke-dasharray=\"3.5 2.5\"",
          dot: "fill=\"#767676\"", radius: 1.6))
    }
    svg.append(
      line(
        \.own, "own",
        "fill=\"none\" stroke=\"#12436d\" stroke-width=\"2.2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"",
        dot: "fill=\"#12436d\"", radius: 2.2))
    if let last = points.indices.last, let value = points[last].own {
      svg.append(
        "<circle class=\"dot\" cx=\"\(SVG.number(x(last)))\" cy=\"\(SVG.number(y(value)))\" r=\"3.4\" fill=\"#12436d\" stroke=\"#fff\" stroke-width=\"1\"/>"
      )
    }
    svg.append("</svg>")
    return svg
  }

  /// The text equivalent: every year of both lines.
  var text: String {
    var parts = ["\(name): " + list(\.own)]
    if !isEngland, points.contains(where: { $0.england != nil }) { parts.append("England: " + list(\.england)) }
    let breaks = points.dropFirst().filter(\.isAfterBreak).map(\.label)
    if !breaks.isEmpty { parts.append("definition changed in " + breaks.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }

  private func list(_ path: KeyPath<Point, Rational?>) -> String {
    points.map { point in
      point.label + " "
        + (point[keyPath: path].map { FigureText.number($0, decimals: decimals) + suffix } ?? "no figure")
    }.joined(separator: ", ")
  }

  private func x(_ index: Int) -> Double {
    points.count == 1 ? width / 2 : inset + (width - 2 * inset) * Double(index) / Double(points.count - 1)
  }

  private func y(_ value: Rational) -> Double { scale.position(value.double) }

  private var scale: LinearScale {
    let values = points.flatMap { [$0.own, isEngland ? nil : $0.england] }.compactMap { $0?.double }
    let narrowest = suffix.isEmpty ? 0.05 * (values.map { abs($0) }.max() ?? 0) : 8
    return LinearScale(values, narrowest: narrowest, from: height - inset, to: inset)
  }

  /// One path through the years, lifted at gaps and breaks, and a dot for each year that stands alone.
  private func line(_ path: KeyPath<Point, Rational?>, _ name: String, _ look: HTML, dot: HTML, radius: Double)
    -> HTML
  {
    var runs: [[Int]] = []
    for index in points.indices {
      guard points[index][keyPath: path] != nil else { continue }
      if let last = runs.last?.last, last == index - 1, !points[index].isAfterBreak {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    func place(_ index: Int) -> String {
      "\(SVG.number(x(index))) \(SVG.number(y(points[index][keyPath: path]!)))"
    }
    let lines = runs.filter { $0.count > 1 }.map { "M" + $0.map(place).joined(separator: "L") }.joined()
    var svg: HTML = lines.isEmpty ? HTML() : "<path class=\"\(name)\" d=\"\(lines)\" \(look)/>"
    for run in runs where run.count == 1 {
      svg.append(
        "<circle class=\"\(name)-dot\" cx=\"\(SVG.number(x(run[0])))\" cy=\"\(SVG.number(y(points[run[0]][keyPath: path]!)))\" r=\"\(SVG.number(radius))\" \(dot)/>"
      )
    }
    return svg
  }
}
