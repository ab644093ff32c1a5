import CSV
import SchoolStatistics

/// A file whose header has been read and, where a layout fits, its plan made.
struct OpenedFile: Sendable {
  let file: DataFolder.File
  var csv: CSVFile?
  var plan: FilePlan?
  /// How its rows are counted, where they are pupils.
  var pupils: PupilPlan?
  var findings: [Finding] = []

  init(_ file: DataFolder.File, reference: ReferenceData, year: AcademicYear?) {
    self.file = file
    let header: CSVHeader
    do {
      let csv = try CSVFile(path: file.path)
      header = try csv.header()
      self.csv = csv
    } catch {
      findings.append(error.finding(file: file.path))
      return
    }
    let names = HeaderNames(header.names)
    let named = file.resource?.layout.flatMap { reference.layouts.layout($0) }
    if named == nil, let resource = file.resource, let layout = resource.layout {
      findings.append(
        Check.packageMistake.finding(
          ["what": "there is no layout '\(layout)', which it names for '\(file.name)'; see the list with 'layouts'"],
          file: resource.package, value: layout))
    }
    guard let layout = named ?? reference.layouts.recognise(names) else {
      findings.append(Self.unrecognised(names, file: file.path, layouts: reference.layouts))
      return
    }
    var fileYear: FileYear?
    if let rule = layout.years, names.position(ofFirst: rule.column) == nil, rule.none != true {
      fileYear = FileYear.find(rule, file: file, header: names, option: year?.ending)
    }
    let plan = FilePlan(
      path: file.path, layout: layout, header: names, encoding: header.encoding, fileYear: fileYear?.ending,
      measures: reference.measures, codes: reference.codes, standard: reference.standard)
    self.plan = plan
    pupils = PupilPlan(plan, reference: reference)
    noteHeader(names, plan)
    if case .unknown = plan.year {
      findings.append(
        Check.unknownYear.finding(
          ["what": "the file does not say its year; pass --year, or name layout and year in datapackage.json"],
          file: file.path,
          action: "left out"))
    } else if let fileYear, let source = fileYear.assumedFrom {
      findings.append(
        Check.assumedYear.finding(
          ["year": AcademicYear(ending: fileYear.ending).title, "source": source], file: file.path,
          value: "\(fileYear.ending)"))
    }
  }

  private mutating func noteHeader(_ names: HeaderNames, _ plan: FilePlan) {
    guard plan.layout.role != .documentation else { return }
    for name in names.repeated {
      let count = names.written.filter { HeaderNames.key($0) == HeaderNames.key(name) }.count
      findings.append(Check.duplicateHeader.finding(["count": "\(count)"], file: file.path, line: 1, column: name))
    }
    if !names.unnamed.isEmpty {
      let places =
        names.unnamed.prefix(5).map { "\($0 + 1)" }.joined(separator: ", ") + (names.unnamed.count > 5 ? ", …" : "")
      findings.append(
        Check.emptyHeader.finding(
          ["columns": names.unnamed.count == 1 ? "column \(places) has" : "columns \(places) have"], file: file.path,
          line: 1))
    }
    for missing in plan.missingColumns {
      findings.append(
        Check.missingColumn.finding(
          ["layout": plan.layout.id, "what": "measure '\(missing.measure)' of table '\(missing.table)'"],
          file: file.path, line: 1,
          column: missing.name))
    }
  }

  private static func unrecognised(_ names: HeaderNames, file: String, layouts: LayoutLibrary) -> Finding {
    guard let nearest = layouts.nearest(names) else {
      var finding = Check.unrecognisedFile.finding(file: file, line: 1)
      finding.message = "no layout fits the header, and none shares a column with it; see the list with 'layouts'"
      return finding
    }
    let missing = nearest.missing.map { "'\($0)'" }.joined(separator: ", ")
    let unwanted = nearest.unwanted.map { "'\($0)'" }.joined(separator: ", ")
    let lacks =
      nearest.missing.isEmpty
      ? "which has no \(nearest.unwanted.count == 1 ? "column" : "columns") \(unwanted)"
      : "which also needs the \(nearest.missing.count == 1 ? "column" : "columns") \(missing)"
    return Check.unrecognisedFile.finding(["layout": nearest.layout.id, "lacks": lacks], file: file, line: 1)
  }
}

extension CSVError {
  /// The finding that a file which cannot be read gives.
  func finding(file: String) -> Finding {
    if case .unclosedQuote(let line) = kind {
      return Check.unclosedQuote.finding(
        [
          "what":
            "the quote opened on line \(line) is not closed before the end of the file; close the quote or remove it"
        ],
        file: file, line: line, action: "left out")
    }
    // The description begins with the place, which the finding names itself.
    let place = line.map { "\(path):\($0): " } ?? "\(path): "
    let text = "\(self)"
    return Check.unreadableFile.finding(
      ["reason": text.hasPrefix(place) ? String(text.dropFirst(place.count)) : text], file: file, line: line)
  }
}
