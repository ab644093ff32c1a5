import ArgumentParser
import Foundation
import ReferenceFiles

/// Words with commas between, each one of those known; capitals and blanks do not matter.
func knownWords(_ list: String, _ what: String, known: [String]) throws -> [String] {
  let words = list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  let all = "known are " + known.joined(separator: ", ")
  if words.isEmpty { throw ValidationError("no \(what) is named in '\(list)'; \(all)") }
  return try words.map { word in
    if known.contains(word.lowercased()) { return word.lowercased() }
    let guess = word.lowercased().nearest(among: known).map { "did you mean '\($0)'? " } ?? ""
    throw ValidationError("\(what) '\(word)' is not known; \(guess)\(all)")
  }
}
