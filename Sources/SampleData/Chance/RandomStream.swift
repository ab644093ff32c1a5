/// A seeded source of chance (SplitMix64) that gives the same draws on every machine.
///
/// Each school, authority and purpose has its own stream, derived from the seed and two keys,
/// so that what is drawn for one school never depends on which other schools are written.
/// Only integer arithmetic, `+ - * /` and square roots are used: no result hangs on the last bit
/// of a mathematical library.
struct RandomStream: RandomNumberGenerator {
  private var state: UInt64

  /// The stream for `purpose` and `key` under `seed`.
  init(seed: UInt64, purpose: Purpose, key: Int = 0, year: Int = 0) {
    state = seed
    for part in [purpose.rawValue, UInt64(key), UInt64(year)] {
      state = next() ^ (part &* 0x9FB2_1C65_1E98_DF25)
    }
    _ = next()
  }

  /// What a stream is drawn for; adding a purpose leaves the draws of the others as they are.
  enum Purpose: UInt64 {
    case authorities = 1
    case authorityNames, register, schoolNames, traits, progress
    case keyStage2, keyStage4, attendance, context, valueAdded, targets, inspections
    case earlyYears, improvementPartners, judgements, visits, neighbours, gaps, care
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 up to, but not including, `bound`.
  mutating func integer(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number within `range`, ends included.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + integer(below: range.count)
  }

  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// One of `choices`, all equally likely.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[integer(below: choices.count)] }

  /// A permutation of `items`, all equally likely (Fisher-Yates).
  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var result = items
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, integer(below: last + 1))
    }
    return result
  }
}
