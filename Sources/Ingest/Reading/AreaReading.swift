import CSV
import SchoolStatistics

extension PartState {
  /// Takes a record about an authority, a region or England.
  mutating func takeArea(
    _ record: borrowing CSVRecord, at position: Int, _ plan: FilePlan, rule index: Int, _ filtered: FilteredRow
  ) {
    var rule = plan.rows[index].rule
    rule.group = filtered.group ?? rule.group
    rule.basis = filtered.basis ?? rule.basis
    if filtered.variant >= 0 { rule.variant = plan.filters.variants[Int(filtered.variant)] }
    guard let year = year(record, plan) else { return }
    let keys = plan.keys
    let authority = rule.is == .localAuthority ? log.number(record, keys.authority, .authority) ?? 0 : 0
    var name: UInt32?
    if let place = rule.place {
      name = areaNames.intern(place)
    } else if rule.is == .region, let slot = keys.region ?? keys.authorityName {
      name = intern(record, slot)
    } else if rule.is == .localAuthority, authority == 0, let slot = keys.authorityName {
      name = intern(record, slot)
    }
    let isBelowItsSchools = rule.is == .localAuthority && keys.authorityBelowItsSchools
    if rule.is == .region && name == nil
      || rule.is == .localAuthority && authority == 0 && name == nil && !isBelowItsSchools
    {
      log.withoutPlace.append(record.line)
      return
    }
    if rule.is == .localAuthority {
      var head = RowHead(
        record: position, line: record.line, key: authority, authority: authority, year: year, rule: index,
        blank: .blank)
      head.filtered = filtered
      authorityHeads.append(head)
    }
    let edition = edition(record, plan)
    for (index, table) in plan.tables.enumerated() where table.conditions.hold(record) {
      if table.rule.authoritiesAreRows == true && rule.is == .localAuthority { continue }
      var area = AreaFigure(
        kind: rule.is, authority: Int16(clamping: authority), name: name, year: Int16(clamping: year), isHistory: false,
        measure: "",
        group: .all,
        variant: 0, basis: rule.basis ?? (rule.is == .national ? .all : .maintained), numerator: .missing(.notSupplied),
        denominator: .missing(.notSupplied), value: .missing(.notSupplied), decimals: 0, column: 0,
        table: Int16(clamping: index), line: UInt32(clamping: record.line))
      area.edition = edition
      if let long = table.long {
        takeLong(record, plan, table: index, long, area, rule)
      } else {
        takeWide(record, plan, table: index, area, rule)
      }
    }
  }

  /// The edition that a row states in a column of its own or behind its year, `2019 (prov)`.
  private func edition(_ record: borrowing CSVRecord, _ plan: FilePlan) -> Edition {
    if let slot = plan.keys.version { return Edition(naming: record.text(slot)) }
    guard case .column(let slot, _) = plan.year else { return .unstated }
    let bytes = record[slot]
    // Most years are digits alone.
    guard bytes.count > 7, bytes[bytes.count - 1] == UInt8(ascii: ")") else { return .unstated }
    return Edition(naming: record.text(slot))
  }

  private mutating func intern(_ record: borrowing CSVRecord, _ slot: Int) -> UInt32? {
    let bytes = record[slot]
    let range = bytes.withoutBlanks
    return range.isEmpty ? nil : areaNames.intern(bytes.extracting(range), encoding: record.encoding)
  }

  private mutating func takeWide(
    _ record: borrowing CSVRecord, _ plan: FilePlan, table index: Int, _ place: AreaFigure, _ rule: RowRule
  ) {
    let table = plan.tables[index]
    guard let rowGroup = groupNames[index].group(record, table, &log) else { return }
    for shape in table.shapes {
      var area = place
      guard let year = shape.year(in: Int(place.year)) else { continue }
      area.year = Int16(clamping: year)
      area.isHistory = area.year != place.year
      area.group = shape.group ?? rule.group ?? rowGroup
      area.variant = table.variant(record, shape.variant, rule.variant, &areaVariants)
      for column in table.columns.indices {
        guard let source = shape.sources[column] else { continue }
        var figure = area
        figure.measure = table.columns[column].measure
        figure.column = Int16(clamping: column)
        let reading = log.read(record, plan, .localAuthority, source, blank: .blank)
        if case .missing(.blank) = reading { continue }
        let isCount = source.writing == .count
        if let of = shape.denominators[column], let source = shape.sources[of], source.writing == .count {
          figure.denominator = log.read(record, plan, .localAuthority, source, blank: .blank).figure
          figure.slots.denominator = Int16(clamping: source.slots[0])
        }
        if isCount {
          figure.numerator = reading.figure
          figure.slots.numerator = Int16(clamping: source.slots[0])
          if let share = shape.percentages[column] {
            set(&figure, log.read(record, plan, .localAuthority, share, blank: .blank), share)
          } else if table.columns[column].denominator == nil {
            set(&figure, reading, source)
          }
        } else {
          set(&figure, reading, source)
        }
        areas.append(figure)
      }
    }
  }

  private mutating func takeLong(
    _ record: borrowing CSVRecord, _ plan: FilePlan, table index: Int, _ long: TablePlan.Long, _ place: AreaFigure,
    _ rule: RowRule
  ) {
    let table = plan.tables[index]
    guard let slot = long.measure.first, let rowGroup = groupNames[index].group(record, table, &log) else { return }
    var figure = place
    let bytes = record[slot]
    let name = String(decoding: bytes.extracting(bytes.withoutBlanks), encoding: record.encoding)
    if let known = long.rule.values?[name] {
      figure.measure = Measure(known.measure)
      figure.group = known.group ?? rule.group ?? rowGroup
      figure.variant = areaVariants.intern(known.variant ?? "")
    } else if long.rule.values != nil && long.rule.prefix == nil {
      return
    } else {
      figure.measure = Measure((long.rule.prefix ?? "") + (long.rule.prefix == nil ? name : name.lowercased()))
      figure.group = rule.group ?? rowGroup
      figure.variant = table.variant(record, [], rule.variant, &areaVariants)
    }
    if let basis = long.basis.flatMap({ Basis(rawValue: record.text($0).lowercased()) }) { figure.basis = basis }
    let number = { (slot: Int) in TablePlan.Source(slots: [slot], writing: .number, unit: nil, words: [], decimals: nil)
    }
    let count = { (slot: Int) in TablePlan.Source(slots: [slot], writing: .count, unit: nil, words: [], decimals: nil) }
    if let slot = long.numerator {
      figure.slots.numerator = Int16(clamping: slot)
      figure.numerator = log.read(record, plan, .localAuthority, count(slot), blank: .notSupplied).figure
    }
    if let slot = long.denominator {
      figure.slots.denominator = Int16(clamping: slot)
      figure.denominator = log.read(record, plan, .localAuthority, count(slot), blank: .notSupplied).figure
    }
    if let slot = long.value {
      set(&figure, log.read(record, plan, .localAuthority, number(slot), blank: .notSupplied), number(slot))
    }
    areas.append(figure)
  }

  private func set(_ figure: inout AreaFigure, _ reading: CellReading, _ source: TablePlan.Source) {
    figure.slots.value = Int16(clamping: source.slots[0])
    figure.isPercentage = source.writing == .percent || source.writing == .fraction
    figure.value = reading.figure
    if case .value(let cell) = reading { figure.decimals = UInt8(clamping: source.decimals ?? cell.decimals) }
  }
}
