import CSV
import Foundation
import HTML

/// How a difference between runs is shown.
public enum DifferenceFormat: String, CaseIterable, Sendable { case text, csv, html, json }

extension RunDifference {
  public func document(_ format: DifferenceFormat) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .csv: csv
    case .html: html.bytes
    case .json: json
    }
  }

  private var counts: String {
    let kinds = Dictionary(rows.map { ($0.kind, 1) }, uniquingKeysWith: +)
    return "\(kinds[.changed] ?? 0) rows changed, \(kinds[.added] ?? 0) new, \(kinds[.removed] ?? 0) removed"
  }

  private static func words(_ row: Row) -> String {
    let shown = row.changes.filter { $0.column != "note" }.prefix(4).map { change in
      "\(change.column) \(change.old.isEmpty ? "empty" : change.old) → \(change.new.isEmpty ? "empty" : change.new)"
    }
    return shown.isEmpty ? row.kind.rawValue : shown.joined(separator: ", ")
  }

  private var text: String {
    var lines = ["\(old.folder) → \(new.folder): \(counts)"]
    if !causes.isEmpty { lines += ["", "What the runs were made of:"] + causes.map { "  " + $0 } }
    if !rows.isEmpty { lines += ["", "Why rows differ:"] + reasons.map { "  \($0.rows)  \($0.reason)" } }
    let first = foremost(5)
    if !first.isEmpty {
      lines += ["", "What matters most:"]
      lines += first.map { "  \($0.place), \($0.what), \($0.year), \($0.group): \(Self.words($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var csv: [UInt8] {
    var bytes = Array("table,kind,time_period,place,what,pupil_group,column,old,new,reason\n".utf8)
    for row in rows {
      for change in row.changes.isEmpty ? [Change(column: "", old: "", new: "")] : row.changes {
        let cells = [
          row.table, row.kind.rawValue, row.year, row.place, row.what, row.group, change.column, change.old, change.new,
          row.reason,
        ]
        for (position, cell) in cells.enumerated() {
          if position > 0 { bytes.append(UInt8(ascii: ",")) }
          CSVText.append(cell, to: &bytes, neutralisingFormulas: true)
        }
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }

  private struct Written: Encodable {
    struct Row: Encodable {
      // As the file names them.
      // swift-format-ignore: AlwaysUseLowerCamelCase
      var table, kind, time_period, place, what, pupil_group, reason: String
      var changes: [String: [String]]
    }
    var old, new: String
    var causes: [String]
    var rows: [Row]
  }

  private var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let written = Written(
      old: old.folder, new: new.folder, causes: causes,
      rows: rows.map { row in
        Written.Row(
          table: row.table, kind: row.kind.rawValue, time_period: row.year, place: row.place, what: row.what,
          pupil_group: row.group, reason: row.reason,
          changes: Dictionary(
            row.changes.map { ($0.column, [$0.old, $0.new]) }, uniquingKeysWith: { first, _ in first }))
      })
    return (try? Array(encoder.encode(written))).map { $0 + [UInt8(ascii: "\n")] } ?? []
  }

  /// How many rows of a table the page lists; the rest are in the CSV, which the page says.
  private static let listed = 200

  private var html: HTML {
    HTML {
      """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>What changed: \(new.title)</title>
      <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:auto;padding:1rem}table{border-collapse:collapse;width:100%;margin-bottom:1rem}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #8888}.scroll{overflow-x:auto}</style>
      </head>
      <body>
      <main>
      <h1>What changed, and why</h1>
      <p>From <b>\(old.folder)</b> (\(old.title)) to <b>\(new.folder)</b> (\(new.title)): \(counts).</p>
      <h2>What the runs were made of</h2>
      """
      if causes.isEmpty {
        "<p>The same files, rules and version.</p>"
      } else {
        HTML {
          "<ul>"
          for cause in causes { "<li>\(cause)</li>" }
          "</ul>"
        }
      }
      "<h2>Why rows differ</h2>"
      table(["Rows", "Reason"], reasons.map { ["\($0.rows)", $0.reason] })
      "<h2>What matters most</h2>"
      "<p>Areas that crossed a band, then those whose rank and value moved furthest.</p>"
      list(foremost(20))
      for name in Set(rows.map(\.table)).sorted() { section(name) }
      """
      </main>
      </body>
      </html>

      """
    }
  }

  private func section(_ name: String) -> HTML {
    let own = rows.filter { $0.table == name }
    return HTML {
      "<h2>Table \(name): \(own.count) rows</h2>"
      if own.count > Self.listed { "<p>The first \(Self.listed) stand here; all with <code>--format csv</code>.</p>" }
      list(Array(own.prefix(Self.listed)))
    }
  }

  private func list(_ rows: [Row]) -> HTML {
    table(
      ["Place", "What", "Year", "Group", "Change", "Reason"],
      rows.map { [$0.place, $0.what, $0.year, $0.group, Self.words($0), $0.reason] })
  }

  private func table(_ head: [String], _ rows: [[String]]) -> HTML {
    if rows.isEmpty { return "<p>None.</p>" }
    return HTML {
      "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>"
      for title in head { "<th scope=\"col\">\(title)</th>" }
      "</tr></thead><tbody>"
      for row in rows {
        HTML {
          "<tr>"
          for cell in row { "<td>\(cell)</td>" }
          "</tr>"
        }
      }
      "</tbody></table></div>"
    }
  }
}
