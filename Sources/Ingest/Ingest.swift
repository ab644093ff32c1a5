import CSV
import Foundation
import SchoolStatistics
import Synchronization

/// Reads all files of the data folders: the only way into this module.
///
/// Trouble in a file is a finding, sorted by file and line; files beside it still count.
/// - Parameter progress: called after each file, from any thread.
/// - Throws: `IngestError` where there is nothing to read or the reference folder is unusable.
public func ingest(
  _ options: IngestOptions, progress: @escaping @Sendable (IngestProgress) -> Void = { _ in }
) throws(IngestError) -> (data: SchoolData, findings: [Finding]) {
  try ingest(
    options, reference: ReferenceData(folder: options.referenceFolder, jobs: options.jobs), progress: progress)
}

/// The same with reference data that are loaded already.
func ingest(
  _ options: IngestOptions, reference: ReferenceData, progress: @escaping @Sendable (IngestProgress) -> Void = { _ in }
) throws(IngestError) -> (data: SchoolData, findings: [Finding]) {
  var files: [DataFolder.File] = []
  var findings: [Finding] = []
  var isSynthetic = false
  var reached: Set<FileIdentity> = []
  for path in options.dataFolders {
    let folder = try DataFolder(path, reached: &reached)
    files += folder.files
    isSynthetic = isSynthetic || folder.isSynthetic
    findings += folder.findings
  }
  guard !files.isEmpty else { throw .noFiles(options.dataFolders) }
  files.sort { $0.path < $1.path }

  let found = files
  let opened = mapInParallel(found.count, block: 1, jobs: options.jobs) {
    OpenedFile(found[$0], reference: reference, year: options.year)
  }
  let reading = FileReading(opened, jobs: options.jobs, progress: progress)
  let read = reading.run()
  findings += opened.flatMap(\.findings) + read.flatMap(\.findings)
  guard read.contains(where: { $0.result != nil && $0.result!.plan.layout.role != .documentation }) else {
    throw .nothingUsable(options.dataFolders, findings: findings.sorted())
  }
  // What is done next is mostly for one thread.
  let digests = Deferred {
    mapInParallel(found.count, block: 1, jobs: options.jobs - 1) { digest(ofFile: found[$0].path) ?? "" }
  }
  if options.jobs > 1 { digests.begin() }
  var assembly = Assembly(read.compactMap(\.result), reference: reference, jobs: options.jobs)
  assembly.data.isSynthetic = isSynthetic
  let years = assembly.years
  for (index, digest) in digests.value.enumerated() {
    let result = read[index].result
    assembly.data.sources.append(
      SourceFile(
        path: opened[index].file.path, bytes: opened[index].csv?.byteCount ?? 0, digest: digest,
        layout: opened[index].plan?.layout.id ?? "", rows: result?.rows ?? 0, years: years[index] ?? []))
  }
  findings += assembly.check(reference: reference, jobs: options.jobs)
  return (assembly.data, findings.sorted())
}
