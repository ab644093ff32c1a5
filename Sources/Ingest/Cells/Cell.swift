import SchoolStatistics

/// One cell, read as a number or as the reason why there is none.
struct Cell {
  enum Kind {
    case value
    case missing(MissingReason)
    /// A short word or sign that no code list explains.
    case unknownCode
    /// Neither a number nor a code.
    case unreadable
  }
  var kind: Kind
  /// The value in millionths, rounded half away from zero.
  var millionths: Int64 = 0
  var hasPercentSign = false

  /// Decimals that the value has once trailing zeros and spreadsheet noise are gone: 0 to 6.
  var decimals: Int {
    var rest = millionths
    var decimals = 6
    while decimals > 0 && rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    return decimals
  }

  var isWhole: Bool { millionths % 1_000_000 == 0 }

  private init(_ kind: Kind) { self.kind = kind }

  /// Reads `57`, `57.0`, `57%`, `-0.21`, `£45,884`, `219,662`, `-7.0000000000000007E-2`, ` 12 ` and codes.
  ///
  /// No allocation; O(n) in the bytes.
  init(_ bytes: Span<UInt8>, codes: MissingCodes) {
    let range = bytes.withoutBlanks
    if range.isEmpty {
      self.init(.missing(.blank))
      return
    }
    if range.count <= 9, let whole = bytes.digits(range) {
      self.init(.value)
      millionths = Int64(whole) * 1_000_000
      return
    }
    if let number = Number(bytes, range) {
      self.init(.value)
      (millionths, hasPercentSign) = (number.millionths, number.hasPercentSign)
      return
    }
    let text = bytes.extracting(range)
    if let reason = codes[text] {
      self.init(.missing(reason))
      return
    }
    self.init(text.looksLikeCode ? .unknownCode : .unreadable)
  }
}

/// A decimal number as people and spreadsheets write it.
struct Number {
  var millionths: Int64
  var hasPercentSign = false

  /// Nil where the bytes are no number, or one too large for millionths in 64 bits.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    var end = range.upperBound
    if range.isEmpty { return nil }
    func byte(_ at: Int) -> UInt8 { at >= 0 && at < end ? bytes[at] : 0 }

    var isNegative = false
    if byte(position) == UInt8(ascii: "-") || byte(position) == UInt8(ascii: "+") {
      isNegative = byte(position) == UInt8(ascii: "-")
      position += 1
    } else if byte(position) == 0xe2 && byte(position + 1) == 0x88 && byte(position + 2) == 0x92 {
      // The sign that typesetting uses for minus.
      isNegative = true
      position += 3
    }
    // A pound sign, in UTF-8 or Windows-1252.
    if byte(position) == 0xc2 && byte(position + 1) == 0xa3 {
      position += 2
    } else if byte(position) == 0xa3 {
      position += 1
    }
    if byte(end - 1) == UInt8(ascii: "%") {
      hasPercentSign = true
      end -= 1
      while end > position, bytes[end - 1] == 0x20 { end -= 1 }
    }

    // Digits are gathered while they fit; those behind only move the point.
    var digits: UInt64 = 0
    var scale = 0
    var seen = 0
    var afterPoint = false
    let firstDigit = position
    while position < end {
      let value = bytes[position]
      if value >= 0x30 && value <= 0x39 {
        seen += 1
        if digits < 100_000_000_000_000_000 {
          digits = digits * 10 + UInt64(value - 0x30)
          if afterPoint { scale -= 1 }
        } else if !afterPoint {
          scale += 1
        }
      } else if value == UInt8(ascii: ".") && !afterPoint {
        afterPoint = true
      } else if value == UInt8(ascii: ",") && !afterPoint && position > firstDigit
        && Self.isThousands(bytes, position, end)
      {
        // A comma between thousands.
      } else {
        break
      }
      position += 1
    }
    guard seen > 0 else { return nil }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      var exponentIsNegative = false
      if byte(position) == UInt8(ascii: "-") || byte(position) == UInt8(ascii: "+") {
        exponentIsNegative = byte(position) == UInt8(ascii: "-")
        position += 1
      }
      guard let exponent = bytes.digits(position..<end), exponent < 400 else { return nil }
      position = end
      scale += exponentIsNegative ? -exponent : exponent
    }
    guard position == end else { return nil }
    guard let scaled = Self.scaled(digits, by: scale + 6) else { return nil }
    millionths = isNegative ? -scaled : scaled
  }

  private static func isThousands(_ bytes: Span<UInt8>, _ comma: Int, _ end: Int) -> Bool {
    guard comma + 3 < end else { return false }
    for index in comma + 1...comma + 3 where !(0x30...0x39).contains(bytes[index]) { return false }
    return comma + 4 >= end || !(0x30...0x39).contains(bytes[comma + 4])
  }

  /// `digits` × 10^`scale`, rounded half away from zero; nil where it does not fit.
  private static func scaled(_ digits: UInt64, by scale: Int) -> Int64? {
    if digits == 0 { return 0 }
    var value = digits
    if scale >= 0 {
      for _ in 0..<scale {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = product
      }
    } else {
      if scale < -19 { return 0 }
      for _ in 0..<(-scale - 1) { value /= 10 }
      value = (value + 5) / 10
    }
    return value < UInt64(Int64.max) / 2 ? Int64(value) : nil
  }
}

extension Span<UInt8> {
  /// The range without blanks at either end, and without the `="` and `"` by which a spreadsheet keeps a code as text.
  /// No-break and zero-width blanks and byte-order marks count as blanks.
  var withoutBlanks: Range<Int> {
    var low = 0
    var high = count
    while low < high {
      if self[low] <= 0x20 {
        low += 1
      } else if self[low] >= 0x80, let length = blank(startingAt: low, high) {
        low += length
      } else {
        break
      }
    }
    while low < high {
      if self[high - 1] <= 0x20 {
        high -= 1
      } else if self[high - 1] >= 0x80, let length = blank(endingAt: high, low) {
        high -= length
      } else {
        break
      }
    }
    if high - low >= 3, self[low] == UInt8(ascii: "="), self[low + 1] == UInt8(ascii: "\""),
      self[high - 1] == UInt8(ascii: "\"")
    {
      return low + 2..<high - 1
    }
    return low..<high
  }

  /// Bytes of the blank outside ASCII that begins at a place; nil where none does.
  private func blank(startingAt low: Int, _ high: Int) -> Int? {
    if self[low] == 0xa0 { return 1 }
    if high - low >= 2, self[low] == 0xc2, self[low + 1] == 0xa0 || self[low + 1] == 0xad { return 2 }
    return high - low >= 3 && Self.isBlank(self[low], self[low + 1], self[low + 2]) ? 3 : nil
  }

  /// Bytes of the blank outside ASCII that ends before a place; nil where none does.
  private func blank(endingAt high: Int, _ low: Int) -> Int? {
    let last = self[high - 1]
    if high - low >= 2, self[high - 2] == 0xc2 { return last == 0xa0 || last == 0xad ? 2 : nil }
    // Alone it is the blank of Windows-1252; behind another such byte it ends a letter.
    if last == 0xa0, high - low < 2 || self[high - 2] < 0x80 { return 1 }
    return high - low >= 3 && Self.isBlank(self[high - 3], self[high - 2], last) ? 3 : nil
  }

  /// U+200B to U+200F, U+202F, U+2060 and U+FEFF in UTF-8.
  private static func isBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xe2, 0x80): (0x8b...0x8f).contains(c) || c == 0xaf
    case (0xe2, 0x81): c == 0xa0
    case (0xef, 0xbb): c == 0xbf
    default: false
    }
  }

  /// The whole number that all bytes of a range make; nil where one is no digit, there is none, or more than 18.
  func digits(_ range: Range<Int>) -> Int? {
    if range.isEmpty || range.count > 18 { return nil }
    var value = 0
    for index in range {
      let digit = self[index] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// A whole number written plainly, with blanks round it, as a float (`202.0`) or with leading zeros.
  var wholeNumber: Int? {
    if isEmpty { return nil }
    let range = withoutBlanks
    if range.isEmpty { return nil }
    if let value = digits(range) { return value }
    guard let number = Number(self, range), !number.hasPercentSign, number.millionths % 1_000_000 == 0 else {
      return nil
    }
    return Int(number.millionths / 1_000_000)
  }

  /// Short, without digits: a code rather than a spoilt number.
  var looksLikeCode: Bool {
    if count > 12 { return false }
    for index in indices where (0x30...0x39).contains(self[index]) { return false }
    return true
  }

  /// Whether the bytes, without blanks at the ends, are these; letters count alike in either case. `other` is in lower case.
  func isSame(as other: [UInt8]) -> Bool {
    let range = withoutBlanks
    guard range.count == other.count else { return false }
    var index = range.lowerBound
    for byte in other {
      let own = self[index]
      if ((0x41...0x5a).contains(own) ? own | 0x20 : own) != byte { return false }
      index += 1
    }
    return true
  }
}
