import Synchronization
import Testing

@testable import Report

@Suite struct InOrderTests {
  @Test(arguments: [1, 2, 7]) func `things are used in order whatever the number of threads`(jobs: Int) throws {
    let used = Mutex<[Int]>([])
    try inOrder(500, jobs: jobs) { (index) throws(ReportError) in
      index
    } use: { (index) throws(ReportError) in
      used.withLock { $0.append(index) }
    }
    #expect(used.withLock { $0 } == Array(0..<500))
  }

  @Test(arguments: [1, 4]) func `the first error stops the work and is thrown`(jobs: Int) {
    let used = Mutex(0)
    #expect(throws: ReportError.diskFull(path: "7")) {
      try inOrder(100_000, jobs: jobs) { (index) throws(ReportError) in
        if index == 7 { throw .diskFull(path: "7") }
        return index
      } use: { (_) throws(ReportError) in
        used.withLock { $0 += 1 }
      }
    }
    #expect(used.withLock { $0 } <= 7)
  }

  @Test func `an error in use stops the work too`() {
    #expect(throws: ReportError.diskFull(path: "3")) {
      try inOrder(1000, jobs: 3) { (index) throws(ReportError) in
        index
      } use: { (index) throws(ReportError) in
        if index == 3 { throw .diskFull(path: "3") }
      }
    }
  }

  @Test func `nothing to do is done at once`() throws {
    try inOrder(0, jobs: 4) { (index) throws(ReportError) in
      index
    } use: { (_) throws(ReportError) in
      Issue.record("used")
    }
  }
}
