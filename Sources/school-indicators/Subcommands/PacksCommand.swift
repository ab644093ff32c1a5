import ArgumentParser
import Foundation
import Packs
import Report
import Rulebook
import SchoolStatistics

/// Pre-visit packs for school improvement partners.
struct PacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packs", abstract: "Write pre-visit data packs for school improvement partners.",
    discussion: """
      Writes one page per school for a visit, with an index by partner for each local authority, into the folder of \
      the report, such as Reports/2009-autumn/packs/901. Without --la, --sip or --urn every school gets one. \
      The rest of the report stays as it is, and the packs of an authority are moved in whole.

      Packs are internal: for the headteacher, the chair of governors, the partner and the authority.

      Exit codes: 0 written; 1 some packs failed (they are named), or nothing usable; 2 wrong usage.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var choice: PackChoiceOptions
  @OptionGroup var access: AccessOptions
  @OptionGroup var day: DayOption

  @Option(
    name: .long, help: ArgumentHelp("The folder that holds reports; each run is a folder in it.", valueName: "folder"))
  var out = Settings.out

  @Option(
    name: [.customLong("season"), .long],
    help:
      "The season of the visit: \(Season.allCases.map(\.rawValue).joined(separator: ", ")). Default: that of the day, else autumn."
  )
  var term: Season?

  @Option(name: .long, help: "What to write, with commas between: html,pdf.")
  var formats = "html"

  @Option(
    name: .long,
    help: "visit: the partner's pack; governors: a page of one side for governors beside each; commas between.")
  var form = "visit"

  @Option(name: .long, help: "For whom: internal. The public gets no school pack.")
  var audience = "internal"

  @Option(
    name: .long,
    help: ArgumentHelp("Days that a partner has in a year, where the inputs do not say.", valueName: "days"))
  var partnerDays = 100

  @Option(name: .long, help: ArgumentHelp("The Python that has Typst, for pdf.", valueName: "path"))
  var python = ".venv/bin/python"

  @Flag(name: .long, help: "Replace earlier packs even where they hold more than these will, such as PDF.")
  var replace = false

  func validate() throws {
    try requireFolder(out)
    guard audience == "internal" else {
      throw ValidationError("audience '\(audience)' gets no school pack; packs are internal")
    }
    _ = try (chosenFormats, chosenForms)
    if partnerDays < 1 { throw ValidationError("partner-days '\(partnerDays)' is less than 1") }
  }

  private var chosenFormats: Set<String> {
    get throws { try Set(knownWords(formats, "format", known: ["html", "pdf"])) }
  }

  private var chosenForms: Set<String> {
    get throws { try Set(knownWords(form, "form", known: ["visit", "governors"])) }
  }

  func run() throws {
    access.apply()
    let moment = try ReportMoment(day.chosen, term: term, year: input.academicYear)
    let season = moment.season
    var pipeline = Pipeline(input, moment)
    let (data, findings) = try pipeline.read()
    _ = try PlaceChoice(data: data).authorities(choice.la)
    let results = try pipeline.analyse(data)
    try pipeline.stopAtErrors(findings + results.findings)
    let visits = Visits(data, results: results.headlineYear, partnerDays: partnerDays)
    let authorities = try choice.authorities(visits, season: season)
    let wanted = authorities.reduce(into: Set<Int>()) { $0.formUnion($1.wanted) }
    let ambition = try pipeline.judgeTargets(
      data, results, on: moment.day(results: results.headlineYear), of: wanted)
    let options = try PackOptions(pipeline.rules(), year: results.headlineYear, jobs: input.jobs)
    let maker = PackMaker(data, results, ambition, options)
    var order = PackOrder(
      outFolder: out, year: results.headlineYear, season: season, authorities: authorities,
      isSynthetic: data.isSynthetic, jobs: input.jobs)
    order.formats = try chosenFormats.union(["html"])
    order.forGovernors = try chosenForms.contains("governors")
    let day = moment.day(results: results.headlineYear)
    order.imprint = "As on \(day.words) · school-indicators \(SchoolIndicators.configuration.version)"
    order.inputs = input.data + [input.reference]
    order.replacesMore = replace
    let printers = try chosenFormats.contains("pdf") ? (0..<input.jobs).map { _ in PackPrinter(python: python) } : []
    if let failure = printers.lazy.compactMap(\.failure).first { throw PackError.cannotPrint(failure) }
    let start = ContinuousClock().now
    let progress = pipeline.progress
    let summary = try writePacks(
      order, printers: printers,
      progress: { progress.advance(.writing, Double($0) / Double(max($1, 1)), "writing packs") },
      make: { maker.pack(for: $0, season: season, isHandover: $1) })
    for printer in printers { printer.close() }
    progress.finish()
    report(summary, authorities, seconds: start.duration(to: ContinuousClock().now), to: progress)
    if !summary.failures.isEmpty { throw ExitCode(1) }
  }

  private func report(
    _ summary: PackSummary, _ authorities: [PackOrder.Authority], seconds: Duration, to progress: Progress
  ) {
    let taken = Double(seconds.components.seconds) + Double(seconds.components.attoseconds) / 1e18
    let rate = Double(summary.packs) / max(taken, 0.001)
    let speed =
      rate >= 1 ? "\(Int(rate)) a second" : "one in \(String.count(Int((1 / max(rate, 0.001)).rounded()), "second"))"
    progress.say(
      "wrote \(String.count(summary.packs, "pack")) for \(String.count(authorities.count, "local authority", "local authorities")), \(speed)"
        + (summary.printed > 0 ? ", with \(String.count(summary.printed, "PDF"))" : ""))
    if summary.replaced > 0 {
      progress.say(
        "replaced the earlier packs of \(String.count(summary.replaced, "local authority", "local authorities")); files that the tool had not written were kept"
      )
    }
    for authority in authorities {
      let without = authority.allocation.withoutPartner.count
      let above = authority.allocation.partners.count(where: \.isOverloaded)
      if without > 0 || above > 0 {
        progress.say(
          "\(authority.name) (\(authority.code)): \(String.count(without, "open school")) without a partner, \(String.count(above, "partner")) above the days agreed"
        )
      }
    }
    for failure in summary.failures { progress.say("failed: \(failure.name) (URN \(failure.urn)): \(failure.reason)") }
    if authorities.count == 1, let only = authorities.first {
      progress.say("begin at \(summary.folder)/\(only.code)/index.html")
    } else {
      progress.say("begin in \(summary.folder)")
    }
  }
}

extension Season: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
}

/// Why no packs can be written.
enum PackError: Error, CustomStringConvertible {
  case cannotPrint(String)
  case unknownAuthority(String)
  case unknownPartner(String)
  case unknownSchool(Int)

  var description: String {
    switch self {
    case .cannotPrint(let reason): "error: packs cannot be printed: \(reason)"
    case .unknownAuthority(let code):
      "error: no local authority '\(code)' with schools in the inputs; the codes are in tables/indicators.csv, column old_la_code"
    case .unknownPartner(let id):
      "error: no schools for partner '\(id)' on the day of the visit; the ids are in the table sip_schools, column sip_id"
    case .unknownSchool(let urn): "error: no school with URN '\(urn)' in the inputs"
    }
  }
}
