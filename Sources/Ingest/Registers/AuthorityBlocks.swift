import SchoolStatistics

/// The authorities of a file whose totals name none: a total stands below the schools that it is about, and most of
/// those are known from other files.
struct AuthorityBlocks {
  /// Lines of the totals, ascending, and the authority of each; nil where none of its schools is known.
  private var blocks: [(line: UInt32, authority: Int?)] = []

  init(_ result: FileResult, schools: SchoolRegister) {
    let totals = Set(result.state.areas.lazy.filter { $0.kind == .localAuthority }.map(\.line)).sorted()
    var rows = result.state.schoolLines[...]
    for total in totals {
      var counts: [Int: Int] = [:]
      while let row = rows.first, row.line < total {
        rows.removeFirst()
        if let code = schools[schools.urn(row.key)]?.authority.number, code > 0 { counts[code, default: 0] += 1 }
      }
      blocks.append((total, counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key))
    }
  }

  /// The authority of the total at a line, or of the first total below a school's line.
  func authority(ofLine line: UInt32) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count ? blocks[low].authority : nil
  }
}
