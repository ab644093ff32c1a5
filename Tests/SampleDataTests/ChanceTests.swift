import Testing

@testable import SampleData

@Suite struct ChanceTests {
  @Test func `A stream depends on seed, purpose, key and year, and on nothing else`() {
    func first(_ seed: UInt64, _ purpose: RandomStream.Purpose, _ key: Int, _ year: Int) -> UInt64 {
      var stream = RandomStream(seed: seed, purpose: purpose, key: key, year: year)
      return stream.next()
    }
    let reference = first(1, .targets, 970_001, 2009)
    #expect(reference == first(1, .targets, 970_001, 2009))
    #expect(reference != first(2, .targets, 970_001, 2009))
    #expect(reference != first(1, .context, 970_001, 2009))
    #expect(reference != first(1, .targets, 970_002, 2009))
    #expect(reference != first(1, .targets, 970_001, 2010))
  }

  @Test func `Normal draws have mean nought and variance one`() {
    var stream = RandomStream(seed: 3, purpose: .traits)
    let draws = (0..<20_000).map { _ in stream.normal() }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.04)
  }

  @Test(arguments: [(5, 0.5), (40, 0.02), (40, 0.97), (400, 0.06), (1000, 0.3), (270_000, 0.06)])
  func `Binomial draws have the mean and the spread of the binomial`(trials: Int, probability: Double) {
    var stream = RandomStream(seed: 5, purpose: .traits)
    let draws = (0..<5_000).map { _ in Double(stream.binomial(trials: trials, probability: probability)) }
    let mean = draws.reduce(0, +) / 5_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5_000
    let expected = Double(trials) * probability * (1 - probability)
    #expect(abs(mean - Double(trials) * probability) < 0.06 * expected.squareRoot())
    #expect(abs(variance / expected - 1) < 0.1)
    #expect(draws.allSatisfy { (0...Double(trials)).contains($0) })
  }

  @Test func `Certain and impossible outcomes need no luck`() {
    var stream = RandomStream(seed: 5, purpose: .traits)
    #expect(stream.binomial(trials: 9, probability: 1) == 9)
    #expect(stream.binomial(trials: 9, probability: 0) == 0)
    #expect(stream.binomial(trials: 0, probability: 0.5) == 0)
  }
}
