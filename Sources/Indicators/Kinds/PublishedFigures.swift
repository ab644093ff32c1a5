import Rulebook
import SchoolStatistics

extension PublishedCalculation {
  func figure(_ column: PublishedColumn?, cell: Int) -> AreaFigure {
    var figure = AreaFigure(missing: column?[cell]?.value.reason ?? .notSupplied)
    if let published = column?[cell]?.score { figure.headline(published) }
    return figure
  }
}
