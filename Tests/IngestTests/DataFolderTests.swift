import Foundation
import SchoolStatistics
import TestSupport
import Testing

@testable import Ingest

@Suite("Files and folders are told apart by what they are") struct DataFolderTests {
  private let folder: TemporaryFolder
  private let files = FileManager.default

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a/x.csv", "urn\n1\n")
  }

  private func list(_ paths: [String]) throws -> (files: [String], findings: [String]) {
    var reached: Set<FileIdentity> = []
    var found: [String] = []
    var findings: [Finding] = []
    for path in paths {
      let listed = try DataFolder(path, reached: &reached)
      found += listed.files.map { $0.path.replacing(folder.path, with: "") }
      findings += listed.findings
    }
    return (found, findings.map { $0.description.replacing(folder.path, with: "") })
  }

  @Test func `a link to the folder itself is read once and named`() throws {
    for name in ["b", "c"] {
      try files.createSymbolicLink(atPath: folder.path + "/a/" + name, withDestinationPath: ".")
    }
    let (found, findings) = try list([folder.path])
    #expect(found == ["/a/x.csv"])
    #expect(
      findings == [
        "/a/b: note: [not-read] 'b' is reached by another path already and read once",
        "/a/c: note: [not-read] 'c' is reached by another path already and read once",
      ])
  }

  @Test func `a folder given twice by two spellings is read once`() throws {
    try files.createSymbolicLink(atPath: folder.path + "/same", withDestinationPath: "a")
    for other in [folder.path + "/a/", folder.path + "/same", folder.path + "/a/../a", folder.path] {
      #expect(try list([folder.path + "/a", other]).files == ["/a/x.csv"], "\(other)")
    }
  }

  @Test func `two names of one file are one file`() throws {
    try files.linkItem(atPath: folder.path + "/a/x.csv", toPath: folder.path + "/a/y.csv")
    #expect(try list([folder.path]).files == ["/a/x.csv"])
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe, a device and a broken link are named and never opened`() throws {
    _ = unsafe mkfifo(folder.path + "/a/pipe.csv", 0o600)
    _ = unsafe mkfifo(folder.path + "/a/datapackage.json", 0o600)
    try files.createSymbolicLink(atPath: folder.path + "/a/zero.csv", withDestinationPath: "/dev/zero")
    try files.createSymbolicLink(atPath: folder.path + "/a/gone.csv", withDestinationPath: "nowhere")
    try files.createSymbolicLink(atPath: folder.path + "/a/turning", withDestinationPath: "turning")
    let (found, findings) = try list([folder.path])
    #expect(found == ["/a/x.csv"])
    #expect(findings.count == 5)
    let all = findings.joined(separator: "\n")
    #expect(all.contains("[package-mistake] it may not be read"))
    #expect(all.contains("'pipe.csv' is neither a file nor a folder"))
    #expect(all.contains("'zero.csv' is neither a file nor a folder"))
    #expect(all.contains("'gone.csv' cannot be read: no such file or directory"))
    #expect(all.contains("'turning' cannot be read: too many levels of symbolic links"))
  }

  @Test func `folders of any depth are read`() throws {
    let deep = (1...30).map { "\($0)" }.joined(separator: "/")
    try folder.write("a/\(deep)/deep.csv", "urn\n1\n")
    #expect(try list([folder.path]).files == ["/a/\(deep)/deep.csv", "/a/x.csv"])
  }

  @Test func `names that are not UTF-8, hidden files, other endings and the tool's own folders are named`() throws {
    let path = Array((folder.path + "/a/sch").utf8) + [0xe9] + Array("l.csv\0".utf8)
    let made = unsafe path.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    }
    close(made)
    try folder.write("a/.hidden.csv", "urn\n1\n")
    try folder.write("a/notes.docx", "")
    try folder.write("a/report/\(FolderMarker.fileName)", "{}")
    try folder.write("a/report/tables/indicators.csv", "urn\n1\n")
    let (found, findings) = try list([folder.path])
    #expect(found == ["/a/x.csv"])
    #expect(
      findings == [
        "/a/sch\u{fffd}l.csv: warning: [not-read] the name 'sch\u{fffd}l.csv' is not UTF-8; rename it to have it read",
        "/a/.hidden.csv: note: [not-read] '.hidden.csv' is hidden; rename it to have it read",
        "/a/notes.docx: note: [not-csv] 'notes.docx' is not a CSV file; save it as CSV to have it read",
        "/a/report: note: [not-read] 'report' is a folder that the tool itself wrote",
      ])
  }

  @Test func `a folder that cannot be read is named, and those beside it are read`() throws {
    // Longer than any path may be, so that nobody may read it, the administrator neither.
    let part = String(repeating: "d", count: 250)
    let start = files.currentDirectoryPath
    var path = folder.path + "/a"
    let root = unsafe open(path, O_RDONLY | O_DIRECTORY)
    var inner = root
    for _ in 0..<17 {
      _ = unsafe mkdirat(inner, part, 0o700)
      inner = unsafe openat(inner, part, O_RDONLY | O_DIRECTORY)
      path += "/" + part
    }
    close(inner)
    #expect(files.currentDirectoryPath == start)
    let (found, findings) = try list([folder.path])
    #expect(found == ["/a/x.csv"])
    #expect(findings.count == 1)
    #expect(findings.first?.contains("cannot be read: file name too long") == true)
    let removal = Process()
    removal.executableURL = URL(fileURLWithPath: "/bin/rm")
    removal.arguments = ["-rf", folder.path + "/a"]
    try removal.run()
    removal.waitUntilExit()
  }
}

@Suite struct ManyFilesTests {
  @Test(.timeLimit(.minutes(2))) func `the time to read many small files grows with their number`() throws {
    func seconds(_ count: Int) throws -> Double {
      var files: [String: String] = Lists.both
      for number in 0..<count {
        files["ks2-\(number).csv"] = Lists.ks2Header + "2009,\(200_000 + number),all,30,1,1,1,1,1,1,1,1,1\n"
      }
      let fixture = try Fixture(files)
      let clock = ContinuousClock()
      let start = clock.now
      let data = try fixture.read().data
      #expect(data.tables.count == count)
      let taken = (clock.now - start).components
      return Double(taken.seconds) + Double(taken.attoseconds) / 1e18
    }
    let (few, many) = (try seconds(200), try seconds(1600))
    // Eight times the files: 8 where the time is linear, 64 where it is quadratic.
    #expect(many < 20 * few, "200 files took \(few) s, 1600 took \(many) s")
  }
}
