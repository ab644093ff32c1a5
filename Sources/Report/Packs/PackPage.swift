import Packs
import SchoolStatistics

/// The page of a pack. Computes nothing: every figure comes from the pack.
public struct PackPage: Sendable {
  public let pack: Pack

  public init(_ pack: Pack) { self.pack = pack }

  /// `Alder Lane Primary School, Autumn visit 2009`
  public var title: String { "\(pack.school.name), \(pack.visit.title)\(pack.isHandover ? ", handover" : "")" }

  /// The whole page, which stands by itself.
  public var html: String { Templates.render("pack", value).text }

  /// Rows on page one; the rest of the actions stand with the evidence.
  static let actionsOnPageOne = 4
  static let noticesOnPageOne = 4
  static let enquiriesOnPageOne = 6

  var value: PageValue {
    let inFront = pack.agreedActions.prefix(Self.actionsOnPageOne)
    return .fields([
      "title": .text(title), "name": .text(pack.school.name), "urn": .text(pack.school.urn.description),
      "authority": .text("\(pack.school.authorityName) (\(pack.school.authority))"), "visit": .text(pack.visit.title),
      "focus": .text(pack.isHandover ? "handover to a new partner" : pack.visit.season.focus),
      "synthetic": .flag(pack.isSynthetic),
      "hasFlags": .flag(!pack.flags.isEmpty), "flags": .list(pack.flags.prefix(5).map { .text($0.title) }),
      "notices": .list(pack.notices.prefix(Self.noticesOnPageOne).map { .text($0) }),
      "inspection": .text(pack.lastInspection),
      "hasFacts": .flag(!pack.facts.isEmpty),
      "facts": .list(pack.facts.map { .fields(["term": .text($0.title), "value": .text($0.text)]) }),
      "hasSentences": .flag(!pack.sentences.isEmpty), "nothing": .text(nothing),
      "sentences": .list(pack.sentences.map(sentence)),
      "enquiries": .list(enquiries.map { .text($0) }),
      "actionsTitle": .text(actionsTitle), "hasActions": .flag(!inFront.isEmpty), "actions": .list(inFront.map(action)),
      "key": .text(key),
      "sections": .list(PackSections.all(pack)),
      "quiet": PackSections.section(pack.quiet),
      "agenda": .text(pack.visit.season.purposes.joined(separator: " ")),
      "checklist": .list(PackSections.checklist(pack.checklist)),
      "distribution": .text(Pack.distribution), "source": .text(source), "suppression": .text(suppression),
      "chance": .text(chance),
    ])
  }

  private func sentence(_ sentence: PackSentence) -> PageValue {
    .fields([
      "lead": .text(sentence.lead.map(\.text).joined()), "rest": .text(sentence.rest.map(\.text).joined()),
      "because": .text("Rule \(sentence.rule): \(sentence.because)."),
      "strip": sentence.picture.map { .markup(PlaceChart($0).markup) } ?? .nothing,
    ])
  }

  private func action(_ action: AgreedAction) -> PageValue {
    .fields([
      "action": .text(action.action), "due": .text(action.due), "owner": .text(action.owner),
      "progress": .text(action.progress.isEmpty ? "not said" : action.progress),
    ])
  }

  private var actionsTitle: String {
    guard let last = pack.agreedActions.first else { return "Agreed last time" }
    return "Agreed last time (\(PeriodText.day(last.visitedOn)))"
  }

  /// The questions of the rules, then what every visit of the season sets out to do where there is room.
  private var enquiries: [String] {
    let asked = pack.enquiries.map(\.question)
    let room = max(0, 5 - asked.count)
    return Array(asked.prefix(Self.enquiriesOnPageOne)) + Array(pack.visit.season.purposes.prefix(room))
  }

  private var nothing: String {
    pack.comparisonsTested == 0
      ? "There are no figures to compare." : "Nothing stands out: no rule found anything notable in these figures."
  }

  private var key: String {
    (pack.sentences.contains { $0.picture != nil }
      ? "Shading: quarters of the schools of England, the best on the right; line: 95% interval. " : "")
      + "Every number is in tables/schools.csv or tables/target-ambition.csv. \(Pack.distribution)."
  }

  private var source: String {
    if pack.sources.isEmpty { return "no input files" }
    let others = pack.sources.count - 4
    return pack.sources.prefix(4).joined(separator: ", ")
      + (others > 0 ? " and \(FigureText.count(others, "other file"))" : "")
  }

  private var suppression: String {
    "Figures of fewer than \(pack.minimumCohort) pupils are pooled over three years or not shown."
  }

  private var chance: String {
    guard pack.comparisonsTested > 0 else { return "" }
    return
      "\(FigureText.count(pack.comparisonsTested, "figure")) of this school \(pack.comparisonsTested == 1 ? "was" : "were") compared with England at 95%: by chance alone one in twenty would stand out."
  }
}
