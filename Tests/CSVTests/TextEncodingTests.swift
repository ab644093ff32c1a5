import Foundation
import Testing

@testable import CSV

@Suite("Text of values")
struct TextEncodingTests {
  @Test("Every Windows-1252 byte has the character that the system gives it")
  func windows1252() {
    for byte in UInt8(1)...255 {
      let text = String(decoding: [byte].span, encoding: .windows1252)
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
        #expect(text == "\u{FFFD}")
      } else {
        #expect(text == String(data: Data([byte]), encoding: .windowsCP1252), "byte \(byte)")
      }
    }
  }

  @Test("UTF-8 is UTF-8, and what is not falls back to Windows-1252")
  func utf8() {
    #expect(String(decoding: Array("£45 – é €".utf8).span, encoding: .utf8) == "£45 – é €")
    #expect(String(decoding: [0xA3, 0x35].span, encoding: .utf8) == "£5")
    #expect(String(decoding: [0xC2, 0xA3].span, encoding: .windows1252) == "Â£")
    #expect(String(decoding: [UInt8]().span, encoding: .utf8) == "")
  }
}
