import Foundation
import Report
import SchoolStatistics
import Synchronization
import TestSupport
import Testing

@testable import Packs

/// The promise of a pack: every number of every sentence stands in that school's row of a written table, and the
/// rule that raised the sentence holds for that row.
@Suite struct EveryNumberTests {
  @Test func `every number in every sentence is found in the school's row, and the rule holds there`() throws {
    let run = try SampleRun.shared.get()
    let folder = try TemporaryFolder()
    var options = ReportOptions(outFolder: folder.path, term: .autumn)
    options.formats = [.csv]
    options.jobs = 2
    let summary = try writeReport(Run(data: run.data, results: run.results, ambition: run.ambition), options)
    let tables = try WrittenTables(folder: summary.folder)

    let problems = Mutex<[String]>([])
    let sentences = Mutex(0)
    let rules = Mutex<Set<String>>([])
    let schools = run.data.schools.indices.filter { run.data.schools[$0].isStateFunded }
    DispatchQueue.concurrentPerform(iterations: schools.count) { index in
      let evidence = run.maker.evidence(of: schools[index])
      let row = tables.school(evidence.school.urn)
      // Seasons change weights alone: the sentences are the same, so that one school in five shows all three.
      for season in index % 5 == 0 ? Season.allCases : [.autumn] {
        let choice = NotableSentences.choose(evidence, season: season)
        sentences.withLock { $0 += choice.sentences.count }
        rules.withLock { $0.formUnion(choice.raised.map(\.rule)) }
        var found = choice.raised.flatMap { Self.problems(of: $0, row, minimum: evidence.minimumCohort) }
        if choice.sentences.count > 6 { found.append("\(choice.sentences.count) sentences") }
        if choice.sentences.map(\.weight) != choice.sentences.map(\.weight).sorted(by: >) {
          found.append("not ordered by weight")
        }
        if !found.isEmpty { problems.withLock { $0 += found.map { "\(evidence.school.urn) \(season): \($0)" } } }
      }
    }
    let all = problems.withLock { $0 }
    #expect(all.isEmpty, "\(all.count) problems, such as \(all.sorted().prefix(5))")
    #expect(sentences.withLock { $0 } > 3000, "the sample gives rise to sentences at all")
    #expect(rules.withLock { $0.count } > 20, "most rules speak somewhere: \(rules.withLock { $0.sorted() })")
  }

  /// What is wrong with a sentence when it is held against the written tables alone.
  static func problems(of sentence: PackSentence, _ row: some FigureLookup, minimum: Int) -> [String] {
    var found: [String] = []
    for number in sentence.numbers {
      guard let cell = row.number(number.reference) else {
        found.append("\(sentence.rule): no cell \(number.reference)")
        continue
      }
      guard let said = Rational(decimalText: number.text) else {
        found.append("\(sentence.rule): '\(number.text)'")
        continue
      }
      if said != cell && said != cell.magnitude {
        found.append("\(sentence.rule): says \(number.text), \(number.reference) has \(cell.text(decimals: 3))")
      }
    }
    found += SentenceClaims.problems(in: sentence.text)
    for test in sentence.tests where !test.holds(in: row) { found.append("\(sentence.rule): does not hold: \(test)") }
    for part in sentence.parts {
      if case .words(let words) = part, words.contains(where: \.isNumber) {
        found.append("\(sentence.rule): a number without a cell in '\(words)'")
      }
    }
    if let pupils = sentence.pupils, pupils < minimum {
      found.append("\(sentence.rule): says something of \(pupils) pupils")
    }
    // A missing target has no number, and the quarter of a score newer than the last round of targets is in no table.
    if sentence.numbers.isEmpty && sentence.rule != "target-missing" && !sentence.rule.hasPrefix("value-added-") {
      found.append("\(sentence.rule): quotes no number")
    }
    return found
  }

  @Test func `a wrong number, a broken rule and a bare digit are each noticed`() throws {
    let run = try SampleRun.shared.get()
    let evidence = run.maker.evidence(
      of: try #require(
        run.data.schools.indices.first {
          !NotableSentences.choose(run.maker.evidence(of: $0), season: .autumn).sentences.isEmpty
        }))
    var sentence = try #require(NotableSentences.choose(evidence, season: .autumn).sentences.first)
    #expect(Self.problems(of: sentence, evidence, minimum: 11).isEmpty)
    sentence.rest += [.words(" and 7 more"), .number(PackNumber(text: "123456", reference: sentence.subject))]
    sentence.tests.append(.below(.constant(Rational(2)), .constant(Rational(1))))
    // The words that were added are no known claim, and the rest is as wrong as before.
    #expect(Self.problems(of: sentence, evidence, minimum: 11).count == 4)
  }
}
