import Foundation

/// Reference data in JSON5.
enum ReferenceFile {
  static func decode<Value: Decodable>(_ type: Value.Type, path: String) throws(IngestError) -> Value {
    guard case .file = FileKind(path: path), let data = FileManager.default.contents(atPath: path) else {
      throw .reference(path, reason: "it does not exist or may not be read; name the reference folder with --reference")
    }
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(type, from: data)
    } catch let error as DecodingError {
      throw .reference(path, reason: words(error))
    } catch {
      throw .reference(path, reason: "\(error)")
    }
  }

  private static func words(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty
        ? "the top" : "'" + path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") + "'"
    }
    return switch error {
    case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing at \(place(context.codingPath))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(place(context.codingPath)) is of another kind than expected: \(context.debugDescription)"
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      "it is not JSON5\(context.underlyingError.map(JSONMistake.words) ?? ""); look for a bracket, comma or quote too many or too few"
    case .dataCorrupted(let context): "\(place(context.codingPath)) cannot be read: \(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }
}
