import Synchronization

/// Tells pupils that may stand twice from those that certainly do not, in memory that does not grow with pupils.
///
/// A blocked Bloom filter (Putze, Sanders and Singler 2009): six bits of one word for each pupil. Whatever stands twice is
/// told; of others a few are, and a second look at the file clears them.
final class PupilSieve: Sendable {
  private final class Shard: Sendable {
    let words: Mutex<[UInt64]>
    init(_ count: Int) { words = Mutex(Array(repeating: 0, count: count)) }
  }
  private static let shardCount = 256
  private let shards: [Shard]
  private let wordsInShard: UInt64

  /// - Parameter pupils: how many are expected; memory is 32 bytes for each, 64 MB at most.
  init(pupils: Int) {
    let words = max(Self.shardCount, min(4 * pupils, 1 << 23))
    let each = words / Self.shardCount
    wordsInShard = UInt64(each)
    shards = (0..<Self.shardCount).map { _ in Shard(each) }
  }

  /// Whether a pupil of the same number may have come before.
  func insert(_ pupil: UInt64) -> Bool {
    var bits: UInt64 = 0
    var rest = pupil
    for _ in 0..<6 {
      bits |= 1 << (rest & 63)
      rest >>= 6
    }
    // The upper half chooses the word, in which the lower half sets bits.
    let place = (pupil >> 44) % wordsInShard
    return shards[Int(truncatingIfNeeded: pupil >> 36) & (Self.shardCount - 1)].words.withLock { words in
      let old = words[Int(place)]
      words[Int(place)] = old | bits
      return old & bits == bits
    }
  }
}

extension Span<UInt8> {
  /// A number that stands for the bytes: FNV-1a, its bits mixed (the finisher of MurmurHash3).
  func number(seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for index in indices { hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }
}
