/// A school's unique reference number.
public struct URN: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int
  public init(_ number: Int) { self.number = number }
  public var description: String { String(number) }
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// The three-digit DfE code of a local authority; keeps its leading zeros.
public struct LocalAuthorityCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int
  public init(_ number: Int) { self.number = number }
  public var description: String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// A place that figures are about: England, a region, a local authority or a school.
public enum Place: Hashable, Sendable {
  case national
  /// A region by its ONS code, `E12000001`.
  case region(String)
  case localAuthority(LocalAuthorityCode)
  case school(URN)

  public var level: GeographicLevel {
    switch self {
    case .national: .national
    case .region: .regional
    case .localAuthority: .localAuthority
    case .school: .school
    }
  }

  /// The code as it is written in tables; England is `E92000001`.
  public var code: String {
    switch self {
    case .national: "E92000001"
    case .region(let code): code
    case .localAuthority(let code): code.description
    case .school(let urn): urn.description
    }
  }
}

/// Geographic levels, with the names of the DfE open-data standard.
public enum GeographicLevel: String, CaseIterable, Sendable {
  case national = "National"
  case regional = "Regional"
  case localAuthority = "Local authority"
  case school = "School"
}
