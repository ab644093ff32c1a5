import Packs
import SchoolStatistics

/// What stands where in a pack: two sides that a visit needs, then the evidence. Screen and paper read it.
///
/// Side one says what is notable, the worst first, each with its question. Side two has the figures that the season is
/// about: results and what the next target takes in autumn; how this year's targets and attendance stand in spring;
/// targets against what became of earlier ones in summer; and in both what no file holds, tracking and predictions, which
/// the school is asked for.
struct PackSides {
  /// A sentence with the question that follows from it.
  struct Said {
    var sentence: PackSentence
    var question: String?
  }

  let pack: Pack

  static let actionsOnSideOne = 4
  static let noticesOnSideOne = 3

  init(_ pack: Pack) { self.pack = pack }

  /// Concerns before strengths, the heaviest first.
  var said: [Said] {
    var questions = pack.enquiries
    let all = pack.sentences.map { sentence in
      let place = questions.firstIndex { $0.rule == sentence.rule } ?? questions.indices.first
      return Said(sentence: sentence, question: place.map { questions.remove(at: $0).question })
    }
    return all.filter { $0.sentence.tone == .concern } + all.filter { $0.sentence.tone == .strength }
  }

  /// The first measures over the years, drawn large: a row of three, or two rows where there is little to say.
  var charts: [(name: String, line: PackLine)] {
    let rows = pack.sections.first { $0.id == "attainment" }?.tables.first?.rows ?? []
    return rows.compactMap { row in row.line.map { (row.header, $0) } }.prefix(pack.sentences.count < 4 ? 6 : 3).map {
      $0
    }
  }

  /// True where what happened since the last visit comes before the results, which are those of autumn.
  var leadsWithActions: Bool { pack.visit.season != .autumn }

  /// Ids of the sections that the second side begins, by season.
  private var essential: [String] {
    switch pack.visit.season {
    case .autumn: ["attainment", "targets"]
    case .spring: ["targets", "attendance", "documents"]
    case .summer: ["targets", "past-targets", "documents"]
    }
  }

  /// Sections with their first table. Where the season's own are missing, the first that there are.
  var second: [PackSection] { place.second }
  /// All that is not on the first two sides: sections, the rest of those on side two, notices, actions, reasons of marks.
  var evidence: [PackSection] { place.evidence }

  private var place: (second: [PackSection], evidence: [PackSection]) {
    var chosen = essential.filter { id in pack.sections.contains { $0.id == id } }
    for section in pack.sections where chosen.count < 2 && !section.tables.isEmpty && !chosen.contains(section.id) {
      chosen.append(section.id)
    }
    var second: [PackSection] = []
    var evidence: [PackSection] = []
    for section in pack.sections {
      guard chosen.contains(section.id) else {
        evidence.append(section)
        continue
      }
      var (first, rest) = (section, section)
      first.tables = Array(section.tables.prefix(1))
      rest.tables = Array(section.tables.dropFirst())
      if rest.tables.isEmpty {
        second.append(first)
      } else {
        first.notes = []
        rest.paragraphs = []
        (rest.id, rest.title) = (section.id + "-more", section.title + ", in full")
        second.append(first)
        evidence.append(rest)
      }
    }
    second.sort { chosen.firstIndex(of: $0.id)! < chosen.firstIndex(of: $1.id)! }
    return (second, evidence + PackSections.more(pack))
  }
}
