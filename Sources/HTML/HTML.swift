/// Finished HTML, as bytes. A literal is markup; what is interpolated into it is escaped, unless it is `HTML` itself.
///
/// ```swift
/// let cell: HTML = "<td>\(school.name)</td>"
/// let table = HTML {
///   "<table>"
///   for school in schools { row(school) }
///   "</table>"
/// }
/// ```
///
/// Text from a file can therefore never become markup: a `String` that is not a literal has no other way in.
public struct HTML: Hashable, Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Text as it reads, escaped for an element or an attribute.
  public init(text: String) { append(text: text) }

  /// Bytes that are markup, style or script already: files of the program itself.
  public init(finished bytes: [UInt8]) { self.bytes = bytes }

  /// One line a statement; what is empty leaves no line.
  public init(@HTMLBuilder _ lines: () -> HTML) { self = lines() }

  public var isEmpty: Bool { bytes.isEmpty }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

  public mutating func append(text: String) { bytes.appendEscaped(text) }

  public static func + (a: HTML, b: HTML) -> HTML {
    var joined = a
    joined.append(b)
    return joined
  }
}

extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral markup: String) { bytes = Array(markup.utf8) }

  public init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
    }

    public mutating func appendLiteral(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    public mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }

    /// Nothing where there is no text.
    public mutating func appendInterpolation(_ text: String?) { if let text { bytes.appendEscaped(text) } }

    public mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    public mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

    /// Nothing where there is no markup.
    public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes.append(contentsOf: html.bytes) } }
  }
}

extension Sequence<HTML> {
  public func joined(separator: HTML = HTML()) -> HTML {
    var all = HTML()
    for (position, part) in enumerated() {
      if position > 0 { all.append(separator) }
      all.append(part)
    }
    return all
  }
}
