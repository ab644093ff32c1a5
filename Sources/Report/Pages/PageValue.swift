/// What a template is filled with. Empty text, an empty list, `false` and `nothing` leave a section out.
enum PageValue: Sendable {
  /// Goes in escaped.
  case text(String)
  /// Goes in as it is; templates write `{{{name}}}` to say that they expect it.
  case markup(Markup)
  case list([PageValue])
  case fields([String: PageValue])
  case flag(Bool)
  case nothing

  static func count(_ n: Int) -> PageValue { .text(FigureText.count(n)) }
  /// The text, or nothing.
  static func optional(_ text: String?) -> PageValue { text.map { .text($0) } ?? .nothing }
  static func optional(_ markup: Markup?) -> PageValue { markup.map { .markup($0) } ?? .nothing }

  /// These fields and others; of two with one name the other wins.
  func adding(_ others: [String: PageValue]) -> PageValue {
    guard case .fields(let fields) = self else { return .fields(others) }
    return .fields(fields.merging(others) { $1 })
  }
}

extension PageValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral items: PageValue...) { self = .list(items) }
  init(dictionaryLiteral fields: (String, PageValue)...) { self = .fields(Dictionary(uniqueKeysWithValues: fields)) }
}
