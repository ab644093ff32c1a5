import SchoolStatistics
import Testing

@Suite("Exact fractions")
struct RationalTests {
  @Test(
    "are rounded half away from zero on exact decimals (rulebook §7.5)",
    arguments: [
      (Rational(1, 2), 0, "1"), (Rational(5, 2), 0, "3"), (Rational(-5, 2), 0, "-3"),
      (Rational(249_585, 100), 1, "2495.9"), (Rational(1_005, 1_000), 2, "1.01"),
      (Rational(-4, 100), 1, "0.0"), (Rational(-6, 100), 1, "-0.1"), (Rational(5, 100), 1, "0.1"),
    ])
  func rounding(value: Rational, decimals: Int, text: String) {
    #expect(value.text(decimals: decimals) == text)
  }

  @Test("pool counts, not percentages (rulebook §6.8)")
  func pooling() {
    let schools = [(24, 30), (36, 60), (9, 10), (30, 45)]
    let pooled = Rational.percent(schools.map(\.0).reduce(0, +), of: schools.map(\.1).reduce(0, +))
    let sum = schools.map { Rational.percent($0.0, of: $0.1) }.reduce(Rational(0), +)
    #expect(pooled.text(decimals: 3) == "68.276")
    #expect((sum / Rational(4)).text(decimals: 3) == "74.167")
  }

  @Test("compare exactly: 18 of 19 is below 95%, 19 of 20 is not")
  func comparison() {
    #expect(Rational.percent(18, of: 19) < Rational(95))
    #expect(Rational.percent(19, of: 20) == Rational(95))
    #expect(Rational(-1, 3) < Rational(-1, 4))
  }

  @Test("hash alike when they are equal")
  func hashing() {
    #expect(Set([Rational(1, 2), Rational(2, 4), Rational(-3, -6)]).count == 1)
  }

  @Test("keep sums of large denominators exact")
  func largeDenominators() {
    let a = Rational(599_999_999, 600_000_001)
    let b = Rational(599_999_997, 600_000_007)
    #expect((a - b) + b == a)
    #expect((a * b) / b == a)
  }

  @Test("keep long sums over unlike denominators to 62 bits, without failing")
  func longSums() {
    let shares = (0..<10).map { Rational.percent(1_000 + $0, of: 2_003 + 2 * $0) }
    let mean = shares.reduce(Rational(0), +) / Rational(10)
    let double = shares.map(\.double).reduce(0, +) / 10
    #expect(abs(mean.double - double) < 1e-12)
  }

  @Test("divide by negatives with the right sign")
  func division() {
    #expect(Rational(1, 2) / Rational(-1, 4) == Rational(-2))
  }

  @Test("stay right to eighteen digits where no 64-bit fraction is exact")
  func overflow() {
    let a = Rational(5_333_333_333, 600_000_000_001)
    let b = Rational(7_777_777_777, 500_000_000_003)
    let c = Rational(1_234_567_891, 400_000_000_007)
    let sum = a + b - c
    #expect(abs(sum.double - (a.double + b.double - c.double)) < 1e-15)
    #expect((sum - a - b + c).magnitude < Rational(1, 1_000_000_000_000_000))
    #expect(Rational(1 << 30, 3) * Rational(1 << 30, 5) / Rational(1 << 30, 7) == Rational((1 << 30) * 7, 15))
  }
}
