import CSV
import SchoolStatistics

/// One file, read.
struct FileResult: Sendable {
  /// Index in `SchoolData.sources`.
  var source: Int
  var plan: FilePlan
  var state: PartState
  var rows: Int
  var findings: [Finding]

  var version: FileVersion { plan.version }
}

extension [FileResult] {
  /// Those that are to be believed before others first; in the order of their paths where nothing says so.
  var inOrderOfVersions: [FileResult] {
    enumerated().sorted { a, b in
      a.element.version > b.element.version || !(b.element.version > a.element.version) && a.offset < b.offset
    }.map(\.element)
  }
}

extension FilePlan {
  /// Reads the file in `parts` and joins what they give.
  func read(source: Int, file: CSVFile, parts: Int) throws(CSVError) -> FileResult {
    let plan = self
    var pieces = try file.readBatches(
      columns: wanted, parts: parts, makeState: { _ in PartState(plan) },
      body: { state, records in state.take(records, plan) })
    var findings: [Finding] = []
    var rows = 0
    for piece in pieces {
      rows += piece.records
      for problem in piece.problems { findings += note(problem, line: piece.firstLine + problem.line) }
    }
    var state = PartState(plan)
    for index in pieces.indices {
      pieces[index].state.moveLines(to: pieces[index].firstLine)
      // What one part gives is moved, not copied.
      if index == 0 { swap(&state, &pieces[index].state) } else { state.append(pieces[index].state) }
      pieces[index].state = PartState(plan)
    }
    return FileResult(source: source, plan: plan, state: state, rows: rows, findings: findings + notes(state.log))
  }

  func note(_ problem: CSVProblem, line: Int) -> [Finding] {
    switch problem.kind {
    case .unclosedQuote(let lines):
      [
        Check.unclosedQuote.finding(
          [
            "what":
              "the quote opened on line \(line) is not closed before the end of the file; \(String.count(lines, "line")) after it became part of one value; close the quote or remove it"
          ],
          file: path, line: line, action: "rows after it lost")
      ]
    case .strayQuote(let lines) where lines > 0:
      [
        Check.unclosedQuote.finding(
          [
            "what":
              "a quote inside a value; \(String.count(lines, "line")) after line \(line) became part of it; double the quote or close it"
          ],
          file: path, line: line, action: "read as text")
      ]
    case .strayQuote: []
    case .undecodableBytes(let column):
      [Check.undecodableBytes.finding(file: path, line: line, column: name(column))]
    }
  }

  /// A label of a year in more rows than this is named once.
  private static let fewRows = 100

  /// The columns that tell what a row is about.
  private var ruleColumns: [String] {
    var seen: Set<Int> = []
    return rows.flatMap(\.conditions).filter { seen.insert($0.slot).inserted }.map { name($0.slot) }
  }

  /// The findings about single cells and rows.
  private func notes(_ log: CellLog) -> [Finding] {
    var findings: [Finding] = []
    let isTargets = tables.contains { $0.name == "targets" }
    // A label that stands in many rows is one mistake.
    var years: [String: Int] = [:]
    for cell in log.unreadable where cell.expected == .year { years[cell.text, default: 0] += 1 }
    for cell in log.unreadable {
      if cell.expected == .year, let count = years[cell.text], count > Self.fewRows {
        years[cell.text] = .max
        guard count < .max else { continue }
        findings.append(
          Check.unreadableValue.finding(
            ["expected": cell.expected.words + "; it stands in \(count) rows"], file: path, line: cell.line,
            column: name(cell.slot), value: cell.text, severity: .note, action: "rows left out"))
        continue
      }
      if isTargets, cell.expected == .year, cell.text.isEmpty {
        findings.append(Check.targetWithoutYear.finding(file: path, line: cell.line, column: name(cell.slot)))
        continue
      }
      findings.append(
        Check.unreadableValue.finding(
          ["expected": cell.expected.words], file: path, line: cell.line, column: name(cell.slot), value: cell.text,
          action: cell.expected == .year || cell.expected == .group ? "row left out" : nil))
    }
    for (text, code) in log.unknownCodes.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Check.unknownCode.finding(
          ["layout": layout.id, "cells": .count(code.count, "cell")], file: path, line: code.line,
          column: name(code.slot),
          value: text))
    }
    for (word, place) in log.unknownWords {
      let test = words[word.test]
      findings.append(
        Check.unknownWord.finding(
          ["what": test.rule.what, "rows": .count(place.count, "row"), "remedy": test.remedy], file: path,
          line: place.line, column: name(place.slot), value: word.text,
          severity: test.rule.leavesOut == true ? .error : nil,
          action: test.rule.leavesOut == true ? "row left out" : nil))
    }
    for (word, place) in log.unknownFilterWords {
      findings.append(
        Check.unknownWord.finding(
          [
            "what": "a word of this filter", "rows": .count(place.count, "row"),
            "remedy": "say in open-data.json5 what it means",
          ], file: path, line: place.line, column: name(place.slot), value: word.text, severity: .warning,
          action: "rows left out"))
    }
    if log.withoutRule.count > 0 {
      findings.append(
        Check.rowWithoutRule.finding(
          [
            "rows": .count(log.withoutRule.count, "row") + (log.withoutRule.count == 1 ? " fits" : " fit"),
            "layout": layout.id, "columns": ruleColumns.map { "'\($0)'" }.joined(separator: ", "),
          ], file: path, line: log.withoutRule.firstLine, column: ruleColumns.first ?? ""))
    }
    if let first = log.repeatedHeaders.first {
      let others = log.repeatedHeaders.count - 1
      findings.append(
        Check.repeatedHeader.finding(
          ["more": others == 0 ? "" : "; so \(others == 1 ? "does" : "do") \(String.count(others, "more row"))"],
          file: path, line: first))
    }
    for line in log.withoutPlace {
      findings.append(
        Check.unknownSchool.finding(
          ["what": "row has neither a URN nor an authority and establishment number"], file: path, line: line,
          severity: .error, action: "left out"))
    }
    if log.shortRows.count > 0 {
      findings.append(
        Check.raggedRows.finding(
          [
            "rows": .count(log.shortRows.count, "row"), "than": (log.shortRows.count == 1 ? "is" : "are") + " shorter",
            "header": .count(names.count, "column"), "extreme": "shortest", "fields": "\(log.shortRows.fewest)",
          ], file: path, line: log.shortRows.firstLine, action: "missing fields read as blank"))
    }
    if log.longRows.count > 0 {
      findings.append(
        Check.raggedRows.finding(
          [
            "rows": .count(log.longRows.count, "row"), "than": (log.longRows.count == 1 ? "is" : "are") + " longer",
            "header": .count(names.count, "column"), "extreme": "longest", "fields": "\(log.longRows.most)",
          ], file: path, line: log.longRows.firstLine, action: "fields without a column ignored"))
    }
    return findings
  }
}

extension CellLog.Expectation {
  var words: String {
    switch self {
    case .number: "a number or a known code"
    case .wholeNumber: "a whole number or a known code"
    case .year: "a school year such as 2009, 200809 or 2008/09"
    case .group:
      "a group of pupils such as \(PupilGroup.allCases.prefix(3).map { "'\($0.rawValue)'" }.joined(separator: ", "))"
    case .date: "a date such as 2009-04-01"
    case .kind(let words): words
    }
  }
}
