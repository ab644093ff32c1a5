import SchoolStatistics

/// Finds the rows of registers that are left out, stand twice or contradict each other. O(rows).
struct RegisterFindings {
  private(set) var findings: [Finding] = []

  /// The rows of one file that its layout keeps.
  struct List {
    var path: String
    var records: [RegisterRecord]
    /// The name in the file of the column that a field comes from; empty where the file lacks it.
    var header: (String) -> String
  }

  private static func note(
    _ list: List, _ line: Int, _ what: String, field: String = "", value: String = "", severity: Severity? = nil,
    action: String? = nil
  ) -> Finding {
    Check.registerRow.finding(
      ["what": what], file: list.path, line: line, column: field.isEmpty ? "" : list.header(field), value: value,
      severity: severity, action: action)
  }

  /// Rows without the number that they are about, and rows about the same number.
  ///
  /// - Parameter field: holds the number. Rows of several files may add to each other; those of one may not differ.
  mutating func addRows(_ lists: [List], of field: String, _ kind: NumberKind, what: String) {
    for list in lists {
      var seen: [Int: RegisterRecord] = [:]
      seen.reserveCapacity(list.records.count)
      for record in list.records {
        guard let number = record.number(field, kind) else {
          // What stands there and is no number has its own finding.
          findings.append(
            Self.note(
              list, record.line, "the row names no \(what) that can be read in '\(list.header(field))'", field: field,
              severity: .error))
          continue
        }
        guard let other = seen[number] else {
          seen[number] = record
          continue
        }
        guard let difference = record.difference(from: other) else {
          findings.append(
            Self.note(
              list, record.line, "\(what) \(number) stands on line \(other.line) already, exactly the same",
              field: field, value: "\(number)", action: "counted once"))
          continue
        }
        findings.append(
          Self.note(
            list, record.line,
            "\(what) \(number) stands on lines \(other.line) and \(record.line), with '\(list.header(difference.field))' '\(difference.other.shortened)' and '\(difference.own.shortened)'; keep one row",
            field: difference.field, value: difference.own, severity: .error,
            action: "line \(other.line) used, line \(record.line) left out"))
      }
    }
  }

  /// Neighbours that are the authority itself, stand twice or are in no list, and rows with too few or given twice.
  mutating func addNeighbours(_ list: List, isKnown: (Int) -> Bool) {
    var seen: [String: Int] = [:]
    let fields = (1...10).map { "neighbour_\($0)" }
    let columns = fields.filter { !list.header($0).isEmpty }
    for record in list.records {
      guard let code = record.number("la_code", .authority) else {
        findings.append(
          Self.note(
            list, record.line, "the row names no authority that can be read", field: "la_code", severity: .error))
        continue
      }
      if let line = seen.updateValue(record.line, forKey: "\(code) \(record["model"])") {
        findings.append(
          Self.note(
            list, record.line, "authority \(code) has neighbours on line \(line) already", field: "la_code",
            value: "\(code)", action: "the first row used"))
        seen["\(code) \(record["model"])"] = line
      }
      var places: [Int: String] = [:]
      for field in columns {
        guard let neighbour = record.number(field, .authority) else { continue }
        let what: String? =
          neighbour == code
          ? "authority \(code) is named as a neighbour of itself"
          : places[neighbour].map { "neighbour \(neighbour) stands in '\(list.header($0))' already" }
            ?? (isKnown(neighbour) ? nil : "no list has an authority \(neighbour)")
        if let what {
          findings.append(
            Self.note(
              list, record.line, what, field: field, value: "\(neighbour)", action: "not used as a neighbour"))
        }
        places[neighbour] = field
      }
      let named = places.keys.filter { $0 != code && isKnown($0) }.count
      if named < columns.count {
        findings.append(
          Self.note(
            list, record.line,
            "authority \(code) has \(named) of \(columns.count) neighbours", field: "la_code", value: "\(code)",
            severity: .note, action: "compared with those that it has"))
      }
    }
  }

  /// Links without a school at either end, to the school itself, or that lead round in a circle.
  mutating func addLinks(_ lists: [List]) {
    var next: [Int: [Int]] = [:]
    for list in lists {
      for record in list.records {
        guard let urn = record.number("urn", .urn), let successor = record.number("successor_urn", .urn) else {
          let field = record.number("urn", .urn) == nil ? "urn" : "successor_urn"
          findings.append(
            Self.note(
              list, record.line, "the link names no school that can be read in '\(list.header(field))'", field: field))
          continue
        }
        if urn == successor {
          findings.append(
            Self.note(
              list, record.line, "school \(urn) is named as its own successor", field: "successor_urn",
              value: "\(urn)", severity: .error))
          continue
        }
        var reached: Set<Int> = [successor]
        var ahead = [successor]
        while let school = ahead.popLast(), reached.count < 100 {
          for later in next[school] ?? [] where reached.insert(later).inserted { ahead.append(later) }
        }
        if reached.contains(urn) {
          findings.append(
            Self.note(
              list, record.line, "school \(successor) follows school \(urn) here, and an earlier link leads back to it",
              field: "successor_urn", value: "\(successor)", action: "both links kept"))
        } else {
          next[urn, default: []].append(successor)
        }
      }
    }
  }
}
