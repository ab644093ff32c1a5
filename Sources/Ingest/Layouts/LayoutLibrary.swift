import Foundation
import ReferenceFiles
import SchoolStatistics

/// All layouts of a reference folder, in the order of their ids.
public func knownLayouts(referenceFolder: String) throws(IngestError) -> [Layout] {
  try LayoutLibrary(
    folder: referenceFolder + "/layouts", standard: OpenDataStandard(referenceFolder: referenceFolder), jobs: 1
  ).layouts
}

/// The layouts that files are recognised by.
struct LayoutLibrary: Sendable {
  let layouts: [Layout]
  /// - Parameter measures: what layouts may name; nil where that is not to be checked.
  init(folder: String, measures: MeasureList? = nil, standard: OpenDataStandard, jobs: Int) throws(IngestError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json5") }.sorted()
    } catch {
      throw .reference(folder, reason: "there is no such folder of layouts; name the reference folder with --reference")
    }
    let files = names
    let read = mapInParallel(files.count, block: 1, jobs: jobs) { index in
      Result { () throws(IngestError) in try ReferenceFile.read(Layout.self, path: folder + "/" + files[index]) }
    }
    var layouts: [Layout] = []
    for (name, result) in zip(files, read) {
      let layout = standard.completing(try result.get())
      if let reason = layout.impossibleNumber ?? measures.flatMap({ layout.unknownName($0) }) {
        throw .reference(folder + "/" + name, reason: reason)
      }
      layouts.append(layout)
    }
    guard !layouts.isEmpty else { throw .reference(folder, reason: "it holds no layout (*.json5)") }
    for (first, second) in zip(layouts.sorted(by: Self.byID), layouts.sorted(by: Self.byID).dropFirst())
    where first.id == second.id {
      throw .reference(folder, reason: "two layouts have the id '\(first.id)'")
    }
    self.layouts = layouts.sorted(by: Self.byID)
  }

  private static func byID(_ a: Layout, _ b: Layout) -> Bool { a.id < b.id }

  /// A layout by its id, which may be written as its table is: `ks2_results` for `ks2-results`.
  func layout(_ id: String) -> Layout? {
    let written = id.replacing("_", with: "-")
    return layouts.first { $0.id == id } ?? layouts.first { $0.id == written }
  }

  /// The layout that a header belongs to: of those whose required columns are all there and whose forbidden ones
  /// are not, the one that asks for most.
  func recognise(_ header: HeaderNames) -> Layout? {
    layouts.filter { $0.fits(header) }
      .max { ($0.recognise.required.count, $1.id) < ($1.recognise.required.count, $0.id) }
  }

  /// The layout that lacks the smallest share of its required columns, and what it lacks.
  func nearest(_ header: HeaderNames) -> (layout: Layout, missing: [String], unwanted: [String])? {
    layouts.map { layout in
      (
        layout: layout,
        missing: layout.recognise.required.filter { !layout.has($0, header) },
        unwanted: (layout.recognise.absent ?? []).filter { layout.has($0, header) }
      )
    }
    .filter { $0.missing.count < $0.layout.recognise.required.count }
    .min { a, b in
      let (x, y) = (
        a.missing.count * b.layout.recognise.required.count, b.missing.count * a.layout.recognise.required.count
      )
      return (x, a.missing.count, a.layout.id) < (y, b.missing.count, b.layout.id)
    }
  }
}

extension Layout {
  func fits(_ header: HeaderNames) -> Bool {
    recognise.required.allSatisfy { has($0, header) } && !(recognise.absent ?? []).contains { has($0, header) }
  }

  fileprivate func has(_ name: String, _ header: HeaderNames) -> Bool {
    header.position(of: name, prefixes: prefixes ?? [], suffixes: suffixes ?? []) != nil
  }
}
