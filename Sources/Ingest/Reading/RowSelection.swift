import SchoolStatistics

extension TableBuilder {
  /// Some of the rows, in the order given.
  func selecting(_ rows: [Int]) -> TableBuilder {
    var result = TableBuilder(columns: figures.count, texts: texts.count)
    result.keys = rows.map { keys[$0] }
    result.years = rows.map { years[$0] }
    result.isHistory = rows.map { isHistory[$0] }
    result.groups = rows.map { groups[$0] }
    result.authorities = rows.map { authorities[$0] }
    result.lines = rows.map { lines[$0] }
    result.variants = variants.selecting(rows)
    result.texts = texts.map { $0.selecting(rows) }
    result.decimals = decimals
    for index in figures.indices {
      result.figures[index].reserveCapacity(rows.count)
      for row in rows { result.figures[index].append(figures[index][row]) }
    }
    return result
  }
}

extension TextInterner {
  func selecting(_ rows: [Int]) -> TextInterner {
    var result = self
    if !indices.isEmpty { result.replaceIndices(rows.map { indices[$0] }) }
    return result
  }
}

extension FigureColumn {
  /// Appends a figure that was read from a column. Precondition: it is exact to the millionth.
  mutating func append(_ figure: Figure) {
    switch figure {
    case .missing(let reason): append(missing: reason)
    case .value(let value):
      if let count = figure.count { append(count: count) } else { append(millionths: value.roundedUnits(decimals: 6)) }
    }
  }
}
