import ReferenceFiles

/// What a pupil's result is predicted from: a constant and terms, each the product of values of the pupil.
///
/// Source: a file of the reference folder, by key stage and year; rulebook §3.
public struct ValueAddedFormula: Sendable, Decodable {
  public struct Term: Sendable, Decodable {
    public let id: String
    /// Names of the values that are multiplied.
    public let of: [String]
    /// Nil where it is not published: the term can be fitted, not used for a prediction.
    public let coefficient: Double?
  }
  public let keyStage: String
  /// End of the school year.
  public let year: Int
  /// The score of a school that adds what schools of England do: 100 or 1000.
  public let centre: Double
  public let constant: Double?
  public let terms: [Term]

  /// Reads a formula. Throws where the file is not what it should be.
  public static func load(path: String) throws(ReferenceMistake) -> ValueAddedFormula {
    try ReferenceFile.decode(ValueAddedFormula.self, path: path, keys: .snakeCase)
  }

  /// Terms whose values are all among `names`, and the others, which cannot be used.
  public func terms(with names: Set<String>) -> (used: [Term], dropped: [Term]) {
    (terms.filter { $0.of.allSatisfy(names.contains) }, terms.filter { !$0.of.allSatisfy(names.contains) })
  }

  /// The result that a pupil is expected to have, in points. Nil where a value or a coefficient is not known: a part of
  /// the terms would give a wrong figure.
  public func prediction(_ values: [String: Double]) -> Double? {
    guard var total = constant else { return nil }
    for term in terms {
      guard let coefficient = term.coefficient, let value = term.value(values) else { return nil }
      total += coefficient * value
    }
    return total
  }
}

extension ValueAddedFormula.Term {
  /// The product of the pupil's values; nil where one is not known.
  public func value(_ values: [String: Double]) -> Double? {
    var product = 1.0
    for name in of {
      guard let value = values[name] else { return nil }
      product *= value
    }
    return product
  }
}
