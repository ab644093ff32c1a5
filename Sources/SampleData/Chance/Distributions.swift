extension RandomStream {
  /// A draw near the standard normal: the sum of twelve uniform draws, centred (Irwin-Hall).
  ///
  /// Exact in integers, mean 0, variance 1, never beyond 6.
  mutating func normal() -> Double {
    var sum = 0
    for _ in 0..<3 {
      let bits = next()
      sum += Int(bits & 0xFFFF) + Int((bits >> 16) & 0xFFFF) + Int((bits >> 32) & 0xFFFF) + Int(bits >> 48)
    }
    return (Double(sum) - 393_210) / 65_536
  }

  /// How many of `trials` succeed when each does with `probability`.
  ///
  /// By inversion while few are expected, by the rounded normal beyond.
  mutating func binomial(trials: Int, probability: Double) -> Int {
    guard trials > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return trials }
    if probability > 0.5 { return trials - binomial(trials: trials, probability: 1 - probability) }
    let expected = Double(trials) * probability
    if expected > 30 {
      let spread = (expected * (1 - probability)).squareRoot()
      return min(trials, max(0, Int((expected + spread * normal()).rounded())))
    }
    return binomialByInversion(trials: trials, probability: probability)
  }

  private mutating func binomialByInversion(trials: Int, probability: Double) -> Int {
    let odds = probability / (1 - probability)
    var weight = power(1 - probability, trials)
    var remaining = uniform()
    var successes = 0
    while remaining >= weight, successes < trials {
      remaining -= weight
      weight *= odds * Double(trials - successes) / Double(successes + 1)
      successes += 1
    }
    return successes
  }

  /// A draw from the distribution whose quantiles are given, straight lines between them.
  mutating func draw(_ quantiles: [(share: Double, value: Double)]) -> Double {
    let share = uniform()
    for (lower, upper) in zip(quantiles, quantiles.dropFirst()) where share <= upper.share {
      return lower.value + (upper.value - lower.value) * (share - lower.share) / (upper.share - lower.share)
    }
    return quantiles.last?.value ?? 0
  }
}

/// `base` to a whole power by repeated squaring.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var rest = exponent
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}

/// The probability that belongs to a position on an unbounded scale: ½ at 0, ever nearer 0 and 1 outwards.
///
/// An algebraic stand-in for the logistic curve that needs nothing but a square root.
func probability(at position: Double) -> Double {
  0.5 + 0.5 * position / (1 + position * position).squareRoot()
}
