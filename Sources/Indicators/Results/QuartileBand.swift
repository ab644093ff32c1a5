import SchoolStatistics

/// A quarter of all authorities on one indicator: A is the best quarter, D the worst, whatever the polarity.
///
/// Source: rulebook §6.1. A band is norm-referenced; no official cut-points exist (2009 quality standards).
public enum QuartileBand: String, CaseIterable, Comparable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  /// Worse comes later: A < D.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The next better band; nil for A.
  public var next: QuartileBand? {
    switch self {
    case .a: nil
    case .b: .a
    case .c: .b
    case .d: .c
    }
  }

  /// The band in words, for headings and for readers who do not see the shade.
  public var title: String {
    switch self {
    case .a: "best quarter"
    case .b: "second quarter"
    case .c: "third quarter"
    case .d: "last quarter"
    }
  }
}
