/// Joins statements to lines. What is empty leaves no line.
@resultBuilder public enum HTMLBuilder {
  public static func buildExpression(_ html: HTML) -> HTML { html }
  public static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
  public static func buildBlock(_ parts: HTML...) -> HTML { lines(parts) }
  public static func buildArray(_ parts: [HTML]) -> HTML { lines(parts) }
  public static func buildOptional(_ html: HTML?) -> HTML { html ?? HTML() }
  public static func buildEither(first html: HTML) -> HTML { html }
  public static func buildEither(second html: HTML) -> HTML { html }

  private static func lines(_ parts: [HTML]) -> HTML {
    var all: [UInt8] = []
    all.reserveCapacity(parts.reduce(parts.count) { $0 + $1.bytes.count })
    for part in parts where !part.isEmpty {
      if !all.isEmpty { all.append(UInt8(ascii: "\n")) }
      all.append(contentsOf: part.bytes)
    }
    return HTML(finished: all)
  }
}
