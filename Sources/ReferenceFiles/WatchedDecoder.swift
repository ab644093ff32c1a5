/// A decoder that notes which keys are asked for.
struct WatchedDecoder: Decoder {
  let decoder: any Decoder
  let asked: AskedKeys
  var codingPath: [any CodingKey] { decoder.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { decoder.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    asked.note(present: try decoder.container(keyedBy: AnyKey.self).allKeys, at: codingPath)
    return KeyedDecodingContainer(
      WatchedObject(container: try decoder.container(keyedBy: Key.self), asked: asked))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    WatchedList(container: try decoder.unkeyedContainer(), asked: asked)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { try decoder.singleValueContainer() }
}

private struct WatchedObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let container: KeyedDecodingContainer<Key>
  let asked: AskedKeys
  var codingPath: [any CodingKey] { container.codingPath }
  var allKeys: [Key] { container.allKeys }

  func contains(_ key: Key) -> Bool {
    asked.note(asked: key, at: codingPath)
    return container.contains(key)
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    asked.note(asked: key, at: codingPath)
    return try container.decodeNil(forKey: key)
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: superDecoder(forKey: key))
  }

  func superDecoder() throws -> any Decoder { WatchedDecoder(decoder: try container.superDecoder(), asked: asked) }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    guard contains(key) else {
      throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "no such key"))
    }
    return WatchedDecoder(decoder: try container.superDecoder(forKey: key), asked: asked)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  { try superDecoder(forKey: key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }

  private func plain<Value: Decodable>(_ key: Key) throws -> Value { try Value(from: superDecoder(forKey: key)) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try plain(key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try plain(key) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try plain(key) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try plain(key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try plain(key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try plain(key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try plain(key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try plain(key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try plain(key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try plain(key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try plain(key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try plain(key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try plain(key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try plain(key) }
}

private struct WatchedList: UnkeyedDecodingContainer {
  var container: any UnkeyedDecodingContainer
  let asked: AskedKeys
  var codingPath: [any CodingKey] { container.codingPath }
  var count: Int? { container.count }
  var isAtEnd: Bool { container.isAtEnd }
  var currentIndex: Int { container.currentIndex }

  mutating func decodeNil() throws -> Bool { try container.decodeNil() }

  mutating func superDecoder() throws -> any Decoder {
    WatchedDecoder(decoder: try container.superDecoder(), asked: asked)
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: superDecoder()) }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }

  private mutating func plain<Value: Decodable>() throws -> Value { try Value(from: superDecoder()) }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try plain() }
  mutating func decode(_ type: String.Type) throws -> String { try plain() }
  mutating func decode(_ type: Double.Type) throws -> Double { try plain() }
  mutating func decode(_ type: Float.Type) throws -> Float { try plain() }
  mutating func decode(_ type: Int.Type) throws -> Int { try plain() }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try plain() }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try plain() }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try plain() }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try plain() }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try plain() }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try plain() }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try plain() }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try plain() }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try plain() }
}
