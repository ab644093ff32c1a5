import CCrypto
import Foundation

/// SHA-256 of a file, in hexadecimal; nil where the file cannot be read.
///
/// Reads a megabyte at a time. The only place that calls libcrypto.
func digest(ofFile path: String) -> String? {
  guard let file = FileHandle(forReadingAtPath: path) else { return nil }
  defer { try? file.close() }
  guard let context = unsafe EVP_MD_CTX_new() else { return nil }
  defer { unsafe EVP_MD_CTX_free(context) }
  guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { return nil }
  do {
    while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
      let taken = unsafe chunk.withUnsafeBytes { bytes in
        unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
      }
      guard taken == 1 else { return nil }
    }
  } catch {
    return nil
  }
  var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
  var length: UInt32 = 0
  guard unsafe EVP_DigestFinal_ex(context, &bytes, &length) == 1 else { return nil }
  let digits = Array("0123456789abcdef")
  return String(bytes.prefix(Int(length)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
