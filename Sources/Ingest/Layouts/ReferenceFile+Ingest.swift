import ReferenceFiles

extension ReferenceFile {
  /// Reads a file of reference data, or says where it is not what it should be.
  static func read<Value: Decodable>(_ type: Value.Type, path: String) throws(IngestError) -> Value {
    do { return try decode(type, path: path) } catch { throw .referenceFile(error) }
  }
}
