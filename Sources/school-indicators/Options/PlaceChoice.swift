import Foundation
import ReferenceFiles
import SchoolStatistics

/// Authorities and regions as users name them, found among those of the data.
struct PlaceChoice {
  let data: SchoolData

  /// By three-digit code, ONS code, name or the beginning of one, several with commas between; nil for `all`.
  func authorities(_ words: [String]) throws(PlaceError) -> [LocalAuthorityCode]? {
    if words.isEmpty || words.contains(where: { $0.lowercased() == "all" }) { return nil }
    var codes: [LocalAuthorityCode] = []
    for word in words {
      // Some names have a comma: Bristol, City of.
      if let whole = authority(word) {
        codes.append(whole)
        continue
      }
      for part in Self.parts(word) {
        guard let code = authority(part) else {
          throw .unknownAuthority(
            part,
            guess: Self.plain(part).nearest(among: names.map(Self.plain)).flatMap { guess in
              names.first { Self.plain($0) == guess }
            })
        }
        codes.append(code)
      }
    }
    for code in codes where !hasData(code) { throw .withoutData(code.description) }
    return codes
  }

  /// By name or ONS code, several with commas between.
  func regions(_ words: [String]) throws(PlaceError) -> [String] {
    var names: [String] = []
    for part in words.flatMap(Self.parts) {
      let plain = Self.plain(part)
      guard let region = data.regions.first(where: { Self.plain($0.name) == plain || Self.plain($0.code) == plain })
      else { throw .unknownRegion(part, known: data.regions.map(\.name)) }
      names.append(region.name)
    }
    return names
  }

  private var names: [String] { data.authorities.map(\.name) }

  private func authority(_ word: String) -> LocalAuthorityCode? {
    let plain = Self.plain(word)
    if plain.utf8.count == 3, let number = Int(plain), number > 0 {
      let code = LocalAuthorityCode(number)
      return data.authorityIndex(code).map { data.authorities[$0].code }
    }
    if let exact = data.authorities.last(where: { Self.plain($0.name) == plain || Self.plain($0.onsCode) == plain }) {
      return exact.code
    }
    let beginning = data.authorities.filter { Self.plain($0.name).hasPrefix(plain) }
    return plain.count > 3 && beginning.count == 1 ? beginning[0].code : nil
  }

  /// Whether anything may be reported of it. Of a predecessor or successor only the calculation knows.
  private func hasData(_ code: LocalAuthorityCode) -> Bool {
    data.schools.contains { $0.authority == code }
      || data.published.contains { $0.place == .localAuthority(code) }
      || data.authorities.contains {
        $0.predecessors.contains(code) || ($0.code == code && !$0.predecessors.isEmpty)
      }
  }

  private static func parts(_ word: String) -> [String] {
    word.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private static func plain(_ word: String) -> String {
    word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A place that the data do not have.
enum PlaceError: Error, CustomStringConvertible {
  case unknownAuthority(String, guess: String?)
  case withoutData(String)
  case unknownRegion(String, known: [String])

  var description: String {
    switch self {
    case .unknownAuthority(let word, let guess):
      "error: no local authority '\(word)' in the inputs or code lists; "
        + (guess.map { "did you mean '\($0)'?" } ?? "give its three-digit code or its name")
    case .withoutData(let code):
      "error: no school or figure of local authority '\(code)' in the inputs; name the folder that has them with --data"
    case .unknownRegion(let word, let known):
      "error: no region '\(word)'; "
        + (word.nearest(among: known).map { "did you mean '\($0)'?" } ?? "regions are \(known.joined(separator: ", "))")
    }
  }
}
