import SchoolStatistics
import Statistics

extension SchoolCells.Share {
  var figure: AreaFigure {
    guard let value = count.value else {
      var figure = AreaFigure(missing: MissingReason(rawValue: count.reason) ?? .notSupplied)
      figure.sources = [source]
      return figure
    }
    var figure = AreaFigure(value: value)
    figure.isEstimated = count.isEstimated
    figure.sources = [source]
    if count.denominator > 0, !count.isSubstituted {
      figure.counts = (count.numerator, count.denominator)
      figure.rounding = Rational(count.error) / Rational(10_000) / Rational(count.denominator)
      figure.test = SampledShare(pupils: count.denominator, percent: value, rounding: figure.rounding)
      if count.error > 0 { figure.notes = ["count estimated from the percentage, more than one count fits"] }
    }
    figure.pooled = figure.value
    figure.pooledCounts = figure.counts
    return figure
  }
}

extension SchoolCells.Mean {
  var figure: AreaFigure {
    var figure = AreaFigure(missing: score.reason ?? .notSupplied)
    figure.value = score
    figure.pooled = score
    figure.children = pupils
    figure.interval = interval
    figure.sources = [source]
    return figure
  }
}
