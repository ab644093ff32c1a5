/// `1st`, `2nd`, `3rd`, `11th`.
enum OrdinalText {
  static func ordinal(_ n: Int) -> String {
    let ending =
      switch (n % 100, n % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return FigureText.count(n) + ending
  }
}
