import HTML

/// A table that scrolls sideways by itself where the page is narrow.
struct PageTable {
  /// A heading of a column.
  struct Head: ExpressibleByStringInterpolation {
    var words: HTML
    /// How its cells look: `words` read from the left, `draw` hold a drawing.
    var look = ""

    init(html words: HTML, look: String = "") { (self.words, self.look) = (words, look) }
    init(stringLiteral words: String) { self.init(html: HTML(text: words)) }

    static func words(_ words: String) -> Head { Head(html: HTML(text: words), look: "words") }
    static func draw(_ words: String) -> Head { Head(html: HTML(text: words), look: "draw") }

    var html: HTML {
      look.isEmpty ? "<th scope=\"col\">\(words)</th>" : "<th scope=\"col\" class=\"\(look)\">\(words)</th>"
    }
  }

  /// For those who come to the table without having read what is above it.
  var label = ""
  var look = "list"
  var caption: HTML
  /// Heard and not seen, where a heading says the same.
  var captionIsAway = false
  /// True within `<details>`.
  var isInside = false
  var heads: [Head]

  func html(@HTMLBuilder rows: () -> HTML) -> HTML {
    HTML {
      "<div class=\"\(isInside ? "inside scroll" : "scroll")\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">"
      table(rows: rows)
      "</div>"
    }
  }

  /// The table alone, for one that is never wide.
  func table(@HTMLBuilder rows: () -> HTML) -> HTML {
    let away: HTML = captionIsAway ? " class=\"away\"" : ""
    return HTML {
      "<table class=\"\(look)\">"
      "<caption\(away)>\(caption)</caption>"
      "<thead><tr>\(heads.map(\.html).joined())</tr></thead>"
      "<tbody>"
      rows()
      "</tbody>"
      "</table>"
    }
  }
}

extension HTML {
  /// Beneath a figure or a name, in small type; nothing without text.
  static func small(_ text: String?) -> HTML {
    guard let text, !text.isEmpty else { return HTML() }
    return "<small>\(text)</small>"
  }

  /// A value, or in soft italics why there is none.
  static func value(_ text: String, isMissing: Bool) -> HTML {
    isMissing ? "<span class=\"none\">\(text)</span>" : "<strong>\(text)</strong>"
  }

  /// The letter of a band on its shade; nothing without a band.
  static func band(_ band: String?) -> HTML {
    guard let band, !band.isEmpty else { return HTML() }
    return "<span class=\"band \(band)\">\(band)</span>"
  }
}
