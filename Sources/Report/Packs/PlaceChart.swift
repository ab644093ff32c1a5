import HTML
import Packs
import SchoolStatistics

/// A strip for the place among the schools of England: four quarters, the 95% interval and the school's dot.
///
/// The best quarter is always on the right. Colours are presentation attributes, which every printer understands,
/// and stay pale on dark pages, so that ink on them is legible on both.
struct PlaceChart {
  var picture: PackPicture
  private let width = 180.0, height = 22.0, inset = 3.0

  init(_ picture: PackPicture) { self.picture = picture }

  var markup: HTML {
    let ends = [x(picture.lowest), x(picture.highest)].sorted()
    let cuts = picture.quartiles.map(x).sorted()
    let edges = [ends[0]] + cuts + [ends[1]]
    let shades = ["#c9b7d1", "#ece6ef", "#d4ebe8", "#9fd3cd"]
    var svg: HTML =
      "<svg class=\"place\" viewBox=\"0 0 180 22\" width=\"180\" height=\"22\" role=\"img\" aria-label=\"\(text)\">"
    for quarter in 0..<4 where edges[quarter + 1] > edges[quarter] {
      svg.append(
        "<rect x=\"\(SVG.number(edges[quarter]))\" y=\"6\" width=\"\(SVG.number(edges[quarter + 1] - edges[quarter]))\" height=\"10\" fill=\"\(shades[quarter])\"/>"
      )
    }
    if let interval = picture.interval {
      let bounds = [x(interval.lower), x(interval.upper)].sorted()
      svg.append(
        "<path d=\"M\(SVG.number(bounds[0])) 11H\(SVG.number(bounds[1]))\" stroke=\"#0b0c0c\" stroke-width=\"1.6\" fill=\"none\"/>"
      )
    }
    svg.append(
      "<circle cx=\"\(SVG.number(x(picture.value)))\" cy=\"11\" r=\"4.2\" fill=\"#12436d\" stroke=\"#fff\" stroke-width=\"1\"/>"
    )
    svg.append("</svg>")
    return svg
  }

  private func x(_ value: Double) -> Double {
    let span = picture.highest - picture.lowest
    let share = span > 0 ? (value - picture.lowest) / span : 0.5
    let clamped = min(1, max(0, picture.isLowGood ? 1 - share : share))
    return inset + clamped * (width - 2 * inset)
  }

  /// The text equivalent.
  var text: String {
    let letters = ["best quarter", "second quarter", "third quarter", "lowest quarter"]
    var text = "In the \(letters[picture.quarter - 1]) of schools in England: \(number(picture.value))"
    if let interval = picture.interval { text += ", interval \(number(interval.lower)) to \(number(interval.upper))" }
    return text + "; quarters divide at " + picture.quartiles.map(number).joined(separator: ", ")
  }

  private func number(_ value: Double) -> String { FigureText.number(FigureText.rounded(value, 1), decimals: 1) }
}
