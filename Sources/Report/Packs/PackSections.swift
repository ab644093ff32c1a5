import Packs
import SchoolStatistics

/// The evidence pages of a pack.
enum PackSections {
  /// In the order of the season; further notices, actions and the reasons of the status marks after them.
  static func all(_ pack: Pack) -> [PageValue] {
    var sections = pack.sections
    if pack.notices.count > PackPage.noticesOnPageOne {
      sections.append(
        PackSection(
          id: "notices", title: "More about this school",
          paragraphs: Array(pack.notices.dropFirst(PackPage.noticesOnPageOne))))
    }
    let more = pack.agreedActions.dropFirst(PackPage.actionsOnPageOne)
    if !more.isEmpty { sections.append(actions(Array(more))) }
    if let flags = flags(pack.flags) { sections.append(flags) }
    return sections.map(section)
  }

  static func section(_ section: PackSection) -> PageValue {
    .fields([
      "id": .text(section.id), "heading": .text(section.title),
      "paragraphs": .list(section.paragraphs.map { .text($0) }), "items": .nothing,
      "tables": .list(section.tables.map(table)), "notes": .list(section.notes.map { .text($0) }),
    ])
  }

  private static func table(_ table: PackTable) -> PageValue {
    let drawn = table.hasLines
    return .fields([
      "caption": .text(table.caption), "stub": .text(table.stub), "columns": .list(table.columns.map { .text($0) }),
      "drawn": .flag(drawn),
      "rows": .list(
        table.rows.map { row in
          .fields([
            "h": .text(row.header), "n": .text(row.small), "drawn": .flag(drawn),
            "chart": row.line.map { .optional(chart($0, row.header)) } ?? .nothing,
            // Long text reads from the left.
            "cells": .list(
              row.cells.map {
                .fields([
                  "t": .text($0.text), "s": .text($0.small), "b": .text($0.band), "w": .flag($0.text.utf8.count > 28),
                ])
              }),
          ])
        }),
    ])
  }

  private static func chart(_ line: PackLine, _ name: String) -> Markup? {
    SeriesChart(
      points: line.years.indices.map {
        .init(
          label: line.years[$0].title, own: line.own[$0], england: line.national[$0],
          isAfterBreak: line.breaks.contains($0))
      }, decimals: line.decimals, suffix: line.suffix, name: name
    ).markup
  }

  /// The reasons behind the status marks.
  private static func flags(_ flags: [PackFlag]) -> PackSection? {
    guard !flags.isEmpty else { return nil }
    return PackSection(
      id: "status", title: "Why each status mark",
      tables: [
        PackTable(
          caption: "Status marks and the tests they met", stub: "Mark", columns: ["Reason"],
          rows: flags.map { PackRow($0.title, cells: [PackCell($0.reason)]) })
      ])
  }

  private static func actions(_ actions: [AgreedAction]) -> PackSection {
    PackSection(
      id: "actions", title: "Further agreed actions",
      tables: [
        PackTable(
          caption: "Newest visit first", stub: "Visit", columns: ["Action", "Due", "Owner", "Progress"],
          rows: actions.map {
            PackRow(
              PeriodText.day($0.visitedOn),
              cells: [
                PackCell($0.action), PackCell($0.due), PackCell($0.owner),
                PackCell($0.progress.isEmpty ? "not said" : $0.progress),
              ])
          })
      ])
  }

  /// The checklist by supplier, one row each.
  static func checklist(_ items: [ChecklistItem]) -> [PageValue] {
    var suppliers: [String] = []
    for item in items where !suppliers.contains(item.supplier) { suppliers.append(item.supplier) }
    return suppliers.map { supplier in
      func titles(_ status: ChecklistStatus) -> PageValue {
        let titles = items.filter { $0.supplier == supplier && $0.status == status }.map(\.title)
        return .text(titles.isEmpty ? "none" : titles.joined(separator: "; "))
      }
      return .fields([
        "supplier": .text(supplier), "present": titles(.present), "missing": titles(.missing),
        "notApplicable": titles(.notApplicable), "ask": titles(.askSchool),
      ])
    }
  }
}
