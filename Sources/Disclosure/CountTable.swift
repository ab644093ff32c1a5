/// Counts of pupils that add up to one another, and which of them may not be told.
///
/// A cell is pupils who reached a measure and pupils who did not; where it is hidden, both and their sum are. Whoever
/// reads the rest knows that no count is below nought and which cells add up to which. What of a sum is in no cell
/// (pupils of no group, authorities without a row) is taken to be known: the attack is stronger than any reader's.
public struct CountTable: Sendable {
  public struct Cell: Sendable {
    public var reached: Int
    public var others: Int
    /// May not be told, whatever the rest.
    public var isPrimary: Bool
    public init(reached: Int, others: Int, isPrimary: Bool = false) {
      (self.reached, self.others, self.isPrimary) = (reached, others, isPrimary)
    }
    public var pupils: Int { reached + others }
  }

  /// A cell and those that add up to it.
  public struct Sum: Sendable {
    public var total: Int
    public var parts: [Int]
    public init(total: Int, parts: [Int]) { (self.total, self.parts) = (total, parts) }
  }

  public var cells: [Cell]
  public var sums: [Sum]
  public init(cells: [Cell] = [], sums: [Sum] = []) { (self.cells, self.sums) = (cells, sums) }

  /// How far from the truth a count must be able to lie for all that a reader can work out: 3 pupils, or a tenth of a
  /// figure that may not be told. What is hidden for others is no secret of its own, and need not be known to 3 pupils.
  private func distance(_ cell: Int, _ count: Int) -> Double { max(3, cells[cell].isPrimary ? Double(count) / 10 : 0) }

  /// What the attack found of a hidden cell.
  public struct Recovery: Hashable, Sendable {
    public var cell: Int
    /// The count that can be told too closely.
    public var what: String
    public var truth: Int
    public var low: Double
    public var high: Double
  }
}

/// The linear program of a table whose open cells are fixed: deviations of one kind of count.
private struct Deviations {
  let program: LinearProgram
  let counts: [Int]

  init(_ table: CountTable, _ count: (CountTable.Cell) -> Int) {
    counts = table.cells.map(count)
    program = LinearProgram(
      columns: 2 * counts.count,
      // Up and down are variables of their own, so that both cost.
      rows: table.sums.map { sum in
        [(2 * sum.total, -1.0), (2 * sum.total + 1, 1)] + sum.parts.flatMap { [(2 * $0, 1.0), (2 * $0 + 1, -1)] }
      })
  }

  func free(_ cell: Int) {
    program.bound(2 * cell, from: 0, to: nil)
    program.bound(2 * cell + 1, from: 0, to: Double(counts[cell]))
  }
  func fix(_ cell: Int) {
    program.bound(2 * cell, from: 0, to: 0)
    program.bound(2 * cell + 1, from: 0, to: 0)
  }

  /// The least and the most that a cell can be; nil where there is no most.
  func range(_ cell: Int) -> (low: Double, high: Double?) {
    let truth = Double(counts[cell])
    program.cost(2 * cell, 1)
    program.cost(2 * cell + 1, -1)
    defer {
      program.cost(2 * cell, 0)
      program.cost(2 * cell + 1, 0)
    }
    // One that cannot be solved counts as told: never the other way round.
    var (low, high): (Double, Double?) = (truth, truth)
    if case .optimal(let value) = program.minimum() { low = truth + value }
    switch program.maximum() {
    case .optimal(let value): high = truth + value
    case .unbounded: high = nil
    case .infeasible: break
    }
    return (low, high)
  }
}

extension CountTable {
  private static let kinds: [(what: String, count: @Sendable (Cell) -> Int)] = [
    ("pupils who reached it", \.reached), ("pupils who did not", \.others),
  ]

  /// What of the hidden cells a reader of the rest could work out exactly, or within 3 pupils or a tenth.
  public func recovered(hidden: Set<Int>) -> [Recovery] {
    var found: [Recovery] = []
    var ranges: [Int: (low: Double, high: Double?)] = [:]
    for (what, count) in Self.kinds {
      let deviations = Deviations(self, count)
      for cell in cells.indices { if hidden.contains(cell) { deviations.free(cell) } else { deviations.fix(cell) } }
      for cell in hidden.sorted() {
        let (low, high) = deviations.range(cell)
        add(cell, what, count(cells[cell]), low, high)
        let other = ranges[cell] ?? (0, 0)
        ranges[cell] = (other.low + low, high.flatMap { high in other.high.map { $0 + high } })
      }
    }
    for (cell, range) in ranges.sorted(by: { $0.key < $1.key }) {
      add(cell, "all pupils", cells[cell].pupils, range.low, range.high)
    }
    func add(_ cell: Int, _ what: String, _ truth: Int, _ low: Double, _ high: Double?) {
      guard let high, high - low < 2 * distance(cell, truth) - 1e-6 else { return }
      found.append(Recovery(cell: cell, what: what, truth: truth, low: low, high: high))
    }
    return found
  }

  /// The cells that are hidden: the primary ones, and the fewest pupils beside them that keep each from being told.
  ///
  /// Each hidden cell in turn is moved as far as it must be able to lie, up and down, at the least cost in pupils that
  /// are shown so far; what moves with it is hidden too. What was hidden for others is protected as well, until the
  /// attack finds nothing. Ties go by the order of the cells. Where no pattern protects a cell, everything that adds up
  /// with it is hidden.
  ///
  /// - Parameter more: what is hidden already beside the primary cells.
  public func protected(hiding more: Set<Int> = []) -> Set<Int> {
    var hidden = more.union(cells.indices.filter { cells[$0].isPrimary })
    if hidden.isEmpty { return hidden }
    let systems = Self.kinds.map { kind in
      let deviations = Deviations(self, kind.count)
      for cell in cells.indices { deviations.free(cell) }
      return deviations
    }
    let inSums = Set(sums.flatMap { [$0.total] + $0.parts })
    func weigh(_ cell: Int) {
      let cost = hidden.contains(cell) ? 1e-6 : 1 + Double(cells[cell].pupils) + Double(cell) * 1e-7
      for system in systems {
        system.program.cost(2 * cell, cost)
        system.program.cost(2 * cell + 1, cost)
      }
    }
    for cell in cells.indices { weigh(cell) }
    /// Moves a cell up and hides what moves with it; false where nothing lets it move.
    func move(_ cell: Int, _ system: Deviations, up: Double, down: Double) -> Bool {
      for (variable, amount) in [(2 * cell, up), (2 * cell + 1, down)] where amount > 0 {
        system.program.bound(2 * cell, from: 0, to: 0)
        system.program.bound(2 * cell + 1, from: 0, to: 0)
        system.program.bound(variable, from: amount, to: amount)
        guard case .optimal = system.program.minimum() else {
          system.free(cell)
          return false
        }
        let moved = cells.indices.filter {
          !hidden.contains($0) && system.program.value(2 * $0) + system.program.value(2 * $0 + 1) > 1e-6
        }
        system.free(cell)
        hidden.formUnion(moved)
        for other in moved { weigh(other) }
      }
      return true
    }
    // Each round protects what the attack found; a round that adds nothing widens the net by the sums of those cells.
    while true {
      let open = Set(recovered(hidden: hidden).map(\.cell))
      if open.isEmpty { return hidden }
      let before = hidden.count
      for cell in open.sorted(by: { (cells[$0].pupils, $0) < (cells[$1].pupils, $1) }) where inSums.contains(cell) {
        for (system, kind) in zip(systems, Self.kinds) {
          let truth = kind.count(cells[cell])
          let distance = distance(cell, cells[cell].pupils)
          let down = min(Double(truth), distance)
          _ = move(cell, system, up: 2 * distance - down, down: down)
        }
      }
      if hidden.count == before {
        for sum in sums where !open.isDisjoint(with: [sum.total] + sum.parts) {
          hidden.formUnion([sum.total] + sum.parts)
        }
        if hidden.count == before { return hidden }
        for cell in hidden { weigh(cell) }
      }
    }
  }
}
