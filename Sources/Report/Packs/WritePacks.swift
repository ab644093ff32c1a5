import Foundation
import Packs
import SchoolStatistics
import Synchronization

/// Writes packs authority by authority: each folder `packs/<la_code>` is made beside the reports and moved in whole,
/// so that a run that fails leaves the earlier packs as they were, and the rest of the report untouched.
///
/// A pack is made, rendered, written and dropped: memory does not grow with their number. A pack that fails does not
/// stop the others and is named in the summary; a full disk stops the run.
///
/// - Parameters:
///   - make: the pack of a school (index in `SchoolData.schools`), plain or for handover. Called on any thread.
///   - printers: one for each thread; they print each page to PDF as well.
///   - progress: steps done of all, called on any thread; a pack is one step, with its printing.
public func writePacks(
  _ order: PackOrder, printers: [PackPrinter] = [], progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
  make: @escaping @Sendable (_ school: Int, _ isHandover: Bool) throws -> Pack
) throws(ReportError) -> PackSummary {
  var summary = PackSummary(folder: order.folder)
  let all = order.authorities.reduce(0) { $0 + $1.wanted.count }
  var before = 0
  for authority in order.authorities {
    let start = before
    let placement = order.placement(of: authority)
    let earlier = MarkedFolder(placement.path)
    let writing = AuthorityPacks(order: order, authority: authority, make: make) { progress(start + $0, all) }
    let written = try StagedFolder.write(placement) { (folder) throws(ReportError) in
      if !authority.isWhole, let earlier { try earlier.keep(in: folder, besides: writing.isRewritten) }
      return try writing.write(to: folder, printers: printers)
    }
    summary.packs += written.packs
    if earlier != nil { summary.replaced += 1 }
    summary.printed += written.printed
    summary.bytes += written.bytes
    summary.failures += written.failures
    before += authority.wanted.count
  }
  return summary
}
