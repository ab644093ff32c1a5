import HTML

/// The foot of every printed page of a document: what it is, and which page of how many.
enum PageFoot {
  static func style(_ words: String) -> HTML {
    """
    @media print{@page{@bottom-left{content:"\(escaped(words))";font:8pt "Source Sans 3","Liberation Sans",Arial,sans-serif;color:#444b50}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt "Source Sans 3","Liberation Sans",Arial,sans-serif;color:#444b50}}}
    """
  }

  /// Text as a CSS string: whatever is no plain letter or digit stands as its code, so that no name ends the string or
  /// the style.
  private static func escaped(_ text: String) -> HTML {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".", "-": out.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20: out += " "
      default: out += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return HTML(finished: Array(out.utf8))
  }
}
