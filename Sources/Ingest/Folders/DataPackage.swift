import Foundation
import SchoolStatistics

/// What a `datapackage.json` says that reading needs: the layout and year of each file, and whether all is synthetic.
///
/// Each field is read by itself: a mistake in one is a finding and costs no other.
struct DataPackage {
  struct Resource: Sendable {
    /// The package that says so, for findings.
    var package: String
    var layout: String?
    /// Calendar year in which the school year ends.
    var year: Int?
  }

  let path: String
  private let folder: String
  private(set) var isSynthetic = false
  private(set) var findings: [Finding] = []
  /// By path from the package's folder.
  private var resources: [String: Resource] = [:]

  init(folder: String) {
    self.folder = folder
    path = folder + "/datapackage.json"
    guard let data = RegularFile.contents(path) else {
      note("it may not be read", .error)
      return
    }
    let content: Any
    do {
      content = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
    } catch {
      note("it is not JSON\(JSONMistake.words(error)); correct it to have its layouts and years used", .error)
      // A marker that can still be read must not get lost: no page may pass made-up figures off as real ones.
      let text = String(decoding: data, as: UTF8.self)
      isSynthetic = text.range(of: #""synthetic"\s*:\s*(true|"true"|1)"#, options: .regularExpression) != nil
      return
    }
    guard let fields = content as? [String: Any] else {
      note("it holds no object; begin it with '{'", .error)
      return
    }
    readMarker(fields["synthetic"])
    guard let list = fields["resources"] else { return }
    guard let list = list as? [Any] else {
      note("'resources' is no list of files")
      return
    }
    for (position, entry) in list.enumerated() { read(entry, "resource \(position + 1)") }
  }

  /// What the package says about a file, by the file's path as it was found.
  func resource(ofFile file: String) -> Resource? {
    file.hasPrefix(folder + "/") ? resources[String(file.dropFirst(folder.count + 1))] : nil
  }

  private mutating func readMarker(_ value: Any?) {
    switch Self.text(value)?.lowercased() {
    case nil where value == nil: break
    case "true", "yes", "1": isSynthetic = true
    case "false", "no", "0", "": break
    default: note("'synthetic' is neither true nor false", value: Self.text(value) ?? "")
    }
  }

  private mutating func read(_ entry: Any, _ name: String) {
    guard let fields = entry as? [String: Any] else {
      note("\(name) is no object with a 'path'")
      return
    }
    let given = fields["path"]
    guard let paths = (given as? [Any])?.map({ $0 as? String }) ?? given.map({ [$0 as? String] }) else { return }
    var resource = Resource(package: path)
    let title = paths.first.flatMap { $0 }.map { "'\($0)'" } ?? name
    if let layout = own("layout", fields) {
      resource.layout = layout as? String
      if resource.layout == nil { note("the layout of \(title) is not the name of one; see the list with 'layouts'") }
    }
    if let year = own("year", fields), !(year is NSNull) {
      let text = Self.text(year) ?? ""
      resource.year = YearReading.ending(text.utf8.span)
      if resource.year == nil {
        note("the year of \(title) is no school year such as 2009, 200809 or 2008/09", value: text)
      }
    }
    for file in paths {
      guard let file else {
        note("the path of \(name) is no text")
        continue
      }
      if file.contains("://") { continue }
      let plain = file.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      if resources[plain] == nil { resources[plain] = resource }
      if !FileManager.default.fileExists(atPath: folder + "/" + plain) {
        note("there is no file '\(file)' in its folder; correct the path or take it out", value: file)
      }
    }
  }

  /// A property of ours, under a prefix that no profile of data packages claims, or as earlier packages have it.
  private func own(_ name: String, _ fields: [String: Any]) -> Any? {
    fields["school-indicators:" + name] ?? fields[name]
  }

  /// A field as text: a number or a truth value as it would be written.
  private static func text(_ value: Any?) -> String? {
    if let text = value as? String { return text.trimmingCharacters(in: .whitespaces) }
    return (value as? NSNumber).map { "\($0)" }
  }

  private mutating func note(_ what: String, _ severity: Severity? = nil, value: String = "") {
    findings.append(Check.packageMistake.finding(["what": what], file: path, value: value, severity: severity))
  }
}
