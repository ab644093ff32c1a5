import Mustache

/// The templates of all pages, built into the program. The only file that knows Mustache.
///
/// A template is a file in `Templates/`, named in `sources`; other templates include it by its name. What is escaped
/// is decided by what a value is, not by how many braces a template has: text always, `Markup` never.
enum Templates {
  static let sources: [String: [UInt8]] = [
    "ambition": PackageResources.ambition_mustache,
    "assumptions": PackageResources.assumptions_mustache,
    "change": PackageResources.change_mustache,
    "compared": PackageResources.compared_mustache,
    "comparison-index": PackageResources.comparison_index_mustache,
    "counted-schools": PackageResources.counted_schools_mustache,
    "evidence": PackageResources.evidence_mustache,
    "figures": PackageResources.figures_mustache,
    "glance": PackageResources.glance_mustache,
    "groups": PackageResources.groups_mustache,
    "heat": PackageResources.heat_mustache,
    "index": PackageResources.index_mustache,
    "la": PackageResources.la_mustache,
    "move": PackageResources.move_mustache,
    "moves": PackageResources.moves_mustache,
    "pack": PackageResources.pack_mustache,
    "pack-actions": PackageResources.pack_actions_mustache,
    "pack-close": PackageResources.pack_close_mustache,
    "pack-index": PackageResources.pack_index_mustache,
    "pack-index-row": PackageResources.pack_index_row_mustache,
    "pack-section": PackageResources.pack_section_mustache,
    "pack-style": PackageResources.pack_style_mustache,
    "page": PackageResources.page_mustache,
    "position": PackageResources.position_mustache,
    "quality": PackageResources.quality_mustache,
    "reconciliation": PackageResources.reconciliation_mustache,
    "region": PackageResources.region_mustache,
    "sorting": PackageResources.sorting_mustache,
    "style": PackageResources.style_mustache,
    "targets": PackageResources.targets_mustache,
  ]

  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      do {
        try library.register("{{% CONTENT_TYPE:TEXT}}" + String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("the template '\(name)' cannot be parsed: \(error)")
      }
    }
    return library
  }()

  /// Precondition: there is a template of that name.
  static func render(_ name: String, _ value: PageValue) -> Markup {
    guard let text = library.render(value, withTemplate: name) else { preconditionFailure("no template '\(name)'") }
    return Markup(text)
  }
}

extension PageValue: MustacheParent, MustacheCustomRepresentation {
  func child(named name: String) -> Any? {
    if case .fields(let fields) = self { fields[name] } else { nil }
  }

  var representation: Any? {
    switch self {
    case .text(let text): text.isEmpty ? nil : Markup.escaped(text)
    case .markup(let markup): markup.text.isEmpty ? nil : markup.text
    case .list(let items): items
    case .fields: self
    case .flag(let flag): flag
    case .nothing: nil
    }
  }
}
