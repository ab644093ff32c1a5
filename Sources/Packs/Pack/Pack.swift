import SchoolStatistics

/// The school that a pack is about.
public struct PackSchool: Sendable {
  public var urn: URN
  public var name: String
  public var authority: LocalAuthorityCode
  public var authorityName: String
  /// The type as the source words it.
  public var type: String
  public var kind: SchoolKind
  public init(
    urn: URN, name: String, authority: LocalAuthorityCode, authorityName: String, type: String, kind: SchoolKind
  ) {
    (self.urn, self.name, self.authority, self.authorityName) = (urn, name, authority, authorityName)
    (self.type, self.kind) = (type, kind)
  }
}

/// Which visit a pack is for.
public struct PackVisit: Hashable, Sendable {
  public var season: Season
  /// The year of the latest results.
  public var results: AcademicYear
  public init(season: Season, results: AcademicYear) { (self.season, self.results) = (season, results) }
  /// `Autumn visit 2009`
  public var title: String { "\(season.title) visit \(season.calendarYear(results: results))" }
}

/// A short status mark at the head of a pack: below floor, coasting, in a category.
public struct PackFlag: Hashable, Sendable {
  /// `below-floor`
  public var id: String
  /// The words of the mark.
  public var title: String
  /// The tests it met, with numbers.
  public var reason: String
  /// Share in the order of need.
  public var weight: Int
  public init(id: String, title: String, reason: String, weight: Int) {
    (self.id, self.title, self.reason, self.weight) = (id, title, reason, weight)
  }
}

/// A fact of the school's context.
public struct PackFact: Hashable, Sendable {
  public var title: String
  public var text: String
  public init(title: String, text: String) { (self.title, self.text) = (title, text) }
}

/// A question that follows from a rule.
public struct LineOfEnquiry: Hashable, Sendable {
  public var rule: String
  public var question: String
  public init(rule: String, question: String) { (self.rule, self.question) = (rule, question) }
}

/// An action agreed at an earlier visit (canonical table `visit_actions`).
public struct AgreedAction: Hashable, Sendable {
  public var visitedOn: CalendarDate
  public var action: String
  public var due: String
  public var owner: String
  public var progress: String
  public init(visitedOn: CalendarDate, action: String, due: String, owner: String, progress: String) {
    (self.visitedOn, self.action, self.due, self.owner, self.progress) = (visitedOn, action, due, owner, progress)
  }
}

/// How much a school needs its partner's time, with the reasons, for the order of an index.
public struct PackNeed: Hashable, Sendable {
  /// Sum of the weights of flags and concerns; higher comes first.
  public var score: Int
  public var reasons: [String]
  public init(score: Int, reasons: [String]) { (self.score, self.reasons) = (score, reasons) }
}

/// A pre-visit data pack for one school and one visit: pure data, no page.
///
/// Source: rulebook §9; The School Improvement Partner's Brief, edition 3, section 7.
public struct Pack: Sendable {
  public var school: PackSchool
  public var visit: PackVisit
  /// True for a partner new to the school: the actions and figures of two years.
  public var isHandover: Bool
  public var isSynthetic: Bool
  public var flags: [PackFlag]
  /// What a reader must know before trusting the figures: closed, merged, no results.
  public var notices: [String]
  public var facts: [PackFact]
  /// The last inspection in a sentence; empty where none was supplied.
  public var lastInspection = ""
  /// At most six, heaviest first.
  public var sentences: [PackSentence]
  public var enquiries: [LineOfEnquiry]
  /// Newest visit first.
  public var agreedActions: [AgreedAction]
  /// Evidence, in the order of the season.
  public var sections: [PackSection]
  public var checklist: [ChecklistItem]
  /// Measures on which nothing is notable.
  public var quiet: PackSection
  public var noteOfVisit: [NoteOfVisitEntry]
  public var need: PackNeed
  /// Comparisons with England that were tested, for the note on chance.
  public var comparisonsTested: Int
  /// Fewest pupils that a figure is shown for.
  public var minimumCohort: Int
  /// Input files that the figures come from.
  public var sources: [String]

  public init(
    school: PackSchool, visit: PackVisit, isHandover: Bool, isSynthetic: Bool, flags: [PackFlag], notices: [String],
    facts: [PackFact], sentences: [PackSentence], enquiries: [LineOfEnquiry], agreedActions: [AgreedAction],
    sections: [PackSection], checklist: [ChecklistItem], quiet: PackSection, noteOfVisit: [NoteOfVisitEntry],
    need: PackNeed, comparisonsTested: Int, minimumCohort: Int, sources: [String]
  ) {
    (self.school, self.visit, self.isHandover, self.isSynthetic) = (school, visit, isHandover, isSynthetic)
    (self.flags, self.notices, self.facts, self.sentences) = (flags, notices, facts, sentences)
    (self.enquiries, self.agreedActions, self.sections) = (enquiries, agreedActions, sections)
    (self.checklist, self.quiet, self.noteOfVisit, self.need) = (checklist, quiet, noteOfVisit, need)
    (self.comparisonsTested, self.minimumCohort, self.sources) = (comparisonsTested, minimumCohort, sources)
  }

  /// Who may read a school's pack.
  public static let distribution = "Internal: headteacher, chair of governors, SIP, LA"
}
