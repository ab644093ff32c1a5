/// The keys that the types of a file ask for, and those that stand in it, by place.
///
/// Used by one thread, while one file is decoded.
final class AskedKeys: @unchecked Sendable {
  static let key = CodingUserInfoKey(rawValue: "asked-keys")!

  private struct Place {
    var asked: Set<String> = []
    var present: Set<String> = []
  }
  private var places: [[String]: Place] = [:]

  func note(asked key: any CodingKey, at path: [any CodingKey]) {
    places[path.map(\.step), default: Place()].asked.insert(key.stringValue)
  }

  func note(present keys: [AnyKey], at path: [any CodingKey]) {
    places[path.map(\.step), default: Place()].present.formUnion(keys.map(\.stringValue))
  }

  /// Keys that nothing asked for, with those that were asked for in the same place.
  var unknown: [(place: [String], key: String, known: Set<String>)] {
    places.flatMap { path, place in
      place.present.subtracting(place.asked).map { (place: path, key: $0, known: place.asked) }
    }
  }
}

/// A key of any name.
struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int?
  init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
  init(intValue: Int) { (stringValue, self.intValue) = (String(intValue), intValue) }
}
