/// What kind of sample to write.
public struct SampleOptions: Sendable {
  /// How much of the country, and how many schools of it.
  public enum Size: String, CaseIterable, Sendable {
    /// One authority, Anyborough (901), with all its schools.
    case la
    /// All authorities of one region, with all their schools.
    case region
    /// The whole country: about 17,000 primary and 3,300 secondary schools.
    case national
    /// All authorities with a handful of schools each; the size of `Data/sample`.
    case modest
  }

  public var size: Size
  /// Two runs with the same seed write the same bytes.
  public var seed: UInt64
  /// Files of one row a pupil in place of the tables of results, which their counts are.
  public var pupils: Bool

  /// The seed of the committed `Data/sample`.
  public static let committedSeed: UInt64 = 2009

  public init(size: Size = .modest, seed: UInt64 = committedSeed, pupils: Bool = false) {
    self.size = size
    self.seed = seed
    self.pupils = pupils
  }
}
