import CCrypto
import Foundation
import SchoolStatistics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// SHA-256 of a file, in hexadecimal; nil where the file cannot be read.
///
/// Reads a quarter of a megabyte at a time. The only place that calls libcrypto.
func digest(ofFile path: String) -> String? {
  guard let file = RegularFile.open(path) else { return nil }
  defer { close(file) }
  guard let context = unsafe EVP_MD_CTX_new() else { return nil }
  defer { unsafe EVP_MD_CTX_free(context) }
  guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return nil }
  let capacity = 1 << 18
  let buffer = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 64)
  defer { unsafe buffer.deallocate() }
  while true {
    let count = unsafe read(file, buffer, capacity)
    if count == 0 { break }
    if count < 0 {
      if errno == EINTR { continue }
      return nil
    }
    guard unsafe EVP_DigestUpdate(context, buffer, count) == 1 else { return nil }
  }
  var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var length: UInt32 = 0
  guard unsafe EVP_DigestFinal_ex(context, &bytes, &length) == 1 else { return nil }
  let digits = Array("0123456789abcdef")
  return String(bytes.prefix(Int(length)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

/// The files of rules, layouts, code lists and registers below a folder, in the order of their paths, with the SHA-256
/// of each; descriptions (`README.md`) and what cannot be read are left out.
public func referenceDigests(folder: String) -> [(path: String, digest: String)] {
  let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
  return names.filter { $0.hasSuffix(".json5") || $0.hasSuffix(".csv") }.sorted().compactMap { name in
    digest(ofFile: root + "/" + name).map { (root + "/" + name, $0) }
  }
}
