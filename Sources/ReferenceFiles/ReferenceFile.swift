import Foundation
import SchoolStatistics

/// Reads files of reference data, JSON5, strictly: a key that nothing asks for is a mistake and not passed over.
public enum ReferenceFile {
  /// How keys of a file are written where the properties they fill are named as Swift has them.
  public enum Keys: Sendable {
    case asNamed
    /// `base_year` fills `baseYear`.
    case snakeCase
  }

  /// Throws where the file is missing, is no JSON5, lacks a key, gives one a value of another kind, or has a key that
  /// nothing asks for. Where several keys are unknown, the first in the file is named.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, path: String, keys: Keys = .asNamed
  ) throws(ReferenceMistake) -> Value {
    guard let bytes = RegularFile.contents(path) else { throw .missing(path: path) }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    if keys == .snakeCase { decoder.keyDecodingStrategy = .convertFromSnakeCase }
    let asked = AskedKeys()
    decoder.userInfo[AskedKeys.key] = asked
    func place(_ path: [any CodingKey]) -> KeyPositions.Position? {
      KeyPositions(bytes, keys).position(path.map(\.step))
    }
    do {
      let value = try decoder.decode(Watched<Value>.self, from: bytes).value
      let unknown = asked.unknown.compactMap { entry in
        KeyPositions(bytes, keys).position(entry.place + [entry.key]).map { (entry: entry, position: $0) }
      }
      guard let first = unknown.min(by: { ($0.position.line, $0.entry.key) < ($1.position.line, $1.entry.key) }) else {
        return value
      }
      throw ReferenceMistake.unknownKey(
        path: path, line: first.position.line, key: first.position.key,
        known: first.entry.known.map { AnyKey(stringValue: $0).written(keys) }.sorted())
    } catch let error as ReferenceMistake {
      throw error
    } catch let error as DecodingError {
      throw .invalid(path: path, line: place(error.place)?.line, reason: error.reason(keys))
    } catch {
      throw .invalid(path: path, line: nil, reason: "cannot be read as JSON5")
    }
  }
}

/// A value decoded while the keys it asks for are noted.
private struct Watched<Value: Decodable>: Decodable {
  let value: Value
  init(from decoder: any Decoder) throws {
    let asked = decoder.userInfo[AskedKeys.key] as! AskedKeys
    value = try Value(from: WatchedDecoder(decoder: decoder, asked: asked))
  }
}

extension CodingKey {
  /// A step of a path: the key, or the position in a list.
  var step: String { intValue.map(String.init) ?? stringValue }

  /// As it is written in the file: `base_year` for `baseYear`.
  fileprivate func written(_ keys: ReferenceFile.Keys) -> String {
    guard keys == .snakeCase else { return stringValue }
    return stringValue.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

extension DecodingError {
  fileprivate var place: [any CodingKey] {
    switch self {
    case .keyNotFound(_, let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      context.codingPath
    @unknown default: []
    }
  }

  /// Where in the file the mistake is, and what was expected there.
  fileprivate func reason(_ keys: ReferenceFile.Keys) -> String {
    let path = place.reduce("") { path, key in
      if let index = key.intValue { return path + "[\(index)]" }
      return (path.isEmpty ? "" : path + ".") + key.written(keys)
    }
    switch self {
    case .keyNotFound(let key, _): return "'\(key.written(keys))' is missing in '\(path)'; add it"
    case .typeMismatch(let type, _): return "'\(path)' should be of type \(type)"
    case .valueNotFound(let type, _): return "'\(path)' is empty and should be of type \(type)"
    case .dataCorrupted(let context) where path.isEmpty:
      let details = context.underlyingError.map {
        ($0 as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
      }
      return "is not JSON5: \(details?.isEmpty == false ? details! : context.debugDescription)"
        .trimmingFullStop + "; look for a bracket, comma or quote too many or too few"
    case .dataCorrupted(let context): return "'\(path)': \(context.debugDescription)"
    @unknown default: return "cannot be read as JSON5"
    }
  }
}

extension String {
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
