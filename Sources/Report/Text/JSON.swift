/// A JSON value that keeps the order of its members, so that the same content gives the same bytes.
indirect enum JSON: Sendable {
  case text(String)
  case number(Int)
  /// Written with three decimals.
  case decimal(Double)
  case flag(Bool)
  case null
  case list([JSON])
  case object([(String, JSON)])

  /// Two spaces a level, LF line ends, one at the end.
  var document: String {
    var out = ""
    write(to: &out, indent: "")
    return out + "\n"
  }

  private func write(to out: inout String, indent: String) {
    switch self {
    case .text(let text): out += text.quotedForJSON
    case .number(let n): out += String(n)
    case .decimal(let value): out += FigureText.rounded(value, 3).text(decimals: 3)
    case .flag(let flag): out += flag ? "true" : "false"
    case .null: out += "null"
    case .list(let items) where items.isEmpty: out += "[]"
    case .list(let items):
      out += "["
      for (position, item) in items.enumerated() {
        out += (position == 0 ? "\n" : ",\n") + indent + "  "
        item.write(to: &out, indent: indent + "  ")
      }
      out += "\n" + indent + "]"
    case .object(let members) where members.isEmpty: out += "{}"
    case .object(let members):
      out += "{"
      for (position, member) in members.enumerated() {
        out += (position == 0 ? "\n" : ",\n") + indent + "  "
        out += member.0.quotedForJSON
        out += ": "
        member.1.write(to: &out, indent: indent + "  ")
      }
      out += "\n" + indent + "}"
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral n: Int) { self = .number(n) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral items: JSON...) { self = .list(items) }
  init(dictionaryLiteral members: (String, JSON)...) { self = .object(members) }
}
