"""Recomputes the tables of a report from its inputs and compares every cell.

    python3 Verification/verify.py .build/release/school-indicators --shared ../shared/data

Written apart from the tool, from the method page and the rulebook, in another language: where the two differ one is wrong.
Ends with the number of cells compared, cell by cell what differed, and status 1 where anything did.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

from figures import Figure, Figures
from inputs import canonical
from reference import Rules
from statistics5 import discoveries, one_sample, quantile, rounded, two_sample, wilson

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "Data" / "reference"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(value, decimals):
    units = rounded(value, decimals)
    digits = str(abs(units)).rjust(decimals + 1, "0")
    sign = "-" if units < 0 else ""
    return sign + (digits if decimals == 0 else digits[:-decimals] + "." + digits[-decimals:])


class Report:
    """What was compared and what differed."""

    def __init__(self, name):
        self.name, self.compared, self.differed = name, Counter(), []

    def cell(self, column, row, expected, found):
        self.compared[column] += 1
        if expected != found:
            self.differed.append((column, row, expected, found))

    def close(self, column, row, expected, found, decimals):
        """A double, which may round either way on the edge of the last decimal."""
        self.compared[column] += 1
        if found == "" or abs(float(found) - expected) > 0.5 / 10**decimals + 1e-7:
            self.differed.append((column, row, f"{expected:.6f}", found))

    def print(self):
        print(f"{self.name}: {sum(self.compared.values()):,} cells compared, {len(self.differed):,} differ")
        print("  " + ", ".join(f"{column} {n:,}" for column, n in sorted(self.compared.items())))
        for column, n in Counter(d[0] for d in self.differed).most_common():
            print(f"  {column}: {n}")
            for _, row, expected, found in [d for d in self.differed if d[0] == column][:5]:
                print(f"    {row}: expected {expected!r}, found {found!r}")


class Row:
    """A row of indicators.csv with its exact value, from the inputs where they are recomputed, else from its counts."""

    def __init__(self, cells, place, year, decimals):
        self.cells, self.place, self.year, self.decimals = cells, place, year, decimals
        self.indicator, self.group, self.unit = cells["indicator_id"], cells["pupil_group"], cells["unit"]
        self.exact, self.counts, self.rounding = None, None, Fraction(0)
        if cells["value"] == "":
            return
        self.exact = Fraction(cells["value"])
        n, d = cells["numerator"], cells["denominator"]
        if n and d and int(d) > 0 and "estimated from percentages" not in cells["note"]:
            counts = (int(n), int(d))
            share = Fraction(100 * counts[0], counts[1])
            if self.unit == "schools":
                self.counts = counts
            elif self.unit == "percent" and text(share, decimals) == cells["value"]:
                self.exact, self.counts = share, counts

    def __str__(self):
        return f"{self.indicator} {self.place} {self.year} {self.group}"


def place(cells):
    level = cells["geographic_level"]
    return "England" if level == "National" else cells["region_code"] if level == "Regional" else int(cells["old_la_code"])


class Tables:
    """`tables/indicators.csv` of one run, put in order."""

    def __init__(self, folder, rules, report):
        self.rules, self.report, self.rows = rules, report, {}
        for cells in read(folder / "indicators.csv"):
            year = int(cells["time_period"][:4]) + 1
            entry = rules.catalogue.get(cells["indicator_id"])
            decimals = entry["decimals"] if entry else len(cells["value"].partition(".")[2])
            row = Row(cells, place(cells), year, decimals)
            self.rows[(row.indicator, row.place, row.year, row.group)] = row
        self.fields = defaultdict(list)
        for row in self.rows.values():
            if isinstance(row.place, int):
                self.fields[(row.indicator, row.year, row.group)].append(row)

    def get(self, row, place=None, year=None):
        return self.rows.get((row.indicator, row.place if place is None else place, year or row.year, row.group))

    def entry(self, row):
        return self.rules.catalogue.get(row.indicator, {})

    # From the inputs

    def check_inputs(self, figures):
        """Counts and values of shares, gaps and one-comparison numbers of schools."""
        for row in self.rows.values():
            entry = self.entry(row)
            kind = entry.get("kind")
            if kind == "share":
                figure = figures.share(row.indicator, row.place, row.year, row.group)
            elif kind == "gap":
                figure = figures.gap(row.indicator, row.place, row.year)
            elif kind == "schools":
                figure = figures.below(row.indicator, row.place, row.year)
                if figure is NotImplemented:
                    continue
            else:
                continue
            self.report.cell("value from the inputs", row, text(figure.value, row.decimals) if figure else "", row.cells["value"])
            if figure is None:
                continue
            row.exact, row.rounding = figure.value, figure.rounding
            if figure.counts:
                row.counts = figure.counts
                self.report.cell("numerator from the inputs", row, str(figure.counts[0]), row.cells["numerator"])
                self.report.cell("denominator from the inputs", row, str(figure.counts[1]), row.cells["denominator"])

    # From the rows themselves

    def is_tested(self, row):
        return self.entry(row).get("denominator") != "possible_sessions"

    def check_intervals(self):
        for row in self.rows.values():
            if row.unit != "percent" or row.exact is None:
                continue
            if not self.is_tested(row):
                self.report.cell("no interval of sessions", row, ("", ""), (row.cells["ci_lower"], row.cells["ci_upper"]))
            elif row.counts:
                low, high = wilson(row.exact, row.counts[1], row.rounding)
                self.report.close("ci_lower", row, low, row.cells["ci_lower"], row.decimals)
                self.report.close("ci_upper", row, high, row.cells["ci_upper"], row.decimals)

    def check_england(self):
        for row in self.rows.values():
            england = self.get(row, "England")
            if row.place == "England" or england is None or england.exact is None or row.exact is None:
                continue
            self.report.cell("national_value", row, england.cells["value"], row.cells["national_value"])
            if row.unit == "schools":
                self.report.cell("difference_from_national", row, "", row.cells["difference_from_national"])
            elif row.counts and england.counts:
                self.report.cell(
                    "difference_from_national", row, text(row.exact - england.exact, row.decimals),
                    row.cells["difference_from_national"])

    def share(self, row):
        """What is tested and ranked: schools by their share of those judged."""
        return Fraction(100 * row.counts[0], row.counts[1]) if row.unit == "schools" else row.exact

    def covered(self, row):
        """Under three quarters of those expected there is no verdict and no direction."""
        return row.cells["coverage"] == "" or Fraction(row.cells["coverage"]) >= int(
            self.rules.choices.get("coverage.least", 75))

    def check_significance(self):
        for (indicator, year, group), field in self.fields.items():
            tested = []
            for row in field:
                england = self.get(row, "England")
                if not self.is_tested(row):
                    self.report.cell("no test of sessions", row, "", row.cells["significance"])
                    continue
                if row.exact is None or england is None or england.exact is None or row.unit not in ("percent", "schools"):
                    continue
                if not row.counts or not england.counts:
                    continue
                verdict, probability = one_sample(self.share(row), row.counts[1], self.share(england))
                if not self.covered(row):
                    verdict, probability = "", None
                self.report.cell("significance", row, verdict, row.cells["significance"])
                if probability is not None:
                    tested.append((row, verdict, probability))
            if len(tested) == sum(r.cells["significance"] != "" for r in field):
                for (row, verdict, _), found in zip(tested, discoveries([p for _, _, p in tested])):
                    self.report.cell(
                        "significance_among_many", row, verdict if found else "not_significant",
                        row.cells.get("significance_among_many"))

    def check_changes(self):
        for row in self.rows.values():
            for years in (1, 3):
                before = self.get(row, year=row.year - years)
                column, verdict = f"change_{years}_year", f"change_{years}_significance"
                if not self.rules.comparable(row.indicator, row.year - years, row.year):
                    self.report.cell(column + " across a break", row, "", row.cells[column])
                    continue
                if before is None or row.exact is None or before.exact is None or not self.is_tested(row):
                    continue
                same = ("published figure" in row.cells["note"]) == ("published figure" in before.cells["note"])
                if row.unit != "percent" or not row.counts or not before.counts or not same:
                    continue
                if not self.covered(row) or not self.covered(before):
                    self.report.cell(column + " under the coverage", row, "", row.cells[column])
                    continue
                self.report.cell(column, row, text(row.exact - before.exact, row.decimals), row.cells[column])
                self.report.cell(
                    verdict, row, two_sample(*row.counts, *before.counts), row.cells.get(verdict))

    def polarity(self, row):
        entry = self.rules.catalogue.get(row.indicator)
        return entry["polarity"] if entry else None

    def check_places(self, neighbours):
        comparison = self.rules.comparison
        for (indicator, year, group), field in self.fields.items():
            polarity = self.polarity(field[0])
            if polarity not in ("high", "low"):
                continue
            minimum = self.rules.minimum_cohort(year)
            ranked, values = [], {}
            for row in field:
                if row.exact is None:
                    self.report.cell("rank", row, "", row.cells["rank"])
                    continue
                if row.unit == "percentage_points" or (row.unit == "points"):
                    # Which cohort a gap or score rests on is not in the table: taken from whether it has a rank.
                    if row.cells["rank"] == "":
                        continue
                elif row.unit == "percent" and self.entry(row).get("kind") != "latest-inspection" and self.is_tested(row):
                    if row.cells["denominator"] and int(row.cells["denominator"]) < minimum:
                        self.report.cell("rank", row, "", row.cells["rank"])
                        continue
                if row.unit == "schools" and not row.counts:
                    continue
                ranked.append(row)
                values[row.place] = self.share(row)
            if not ranked:
                continue
            ascending = sorted(values.values())
            n = len(ascending)
            ranks = {
                row.place: 1 + sum(v > values[row.place] if polarity == "high" else v < values[row.place] for v in ascending)
                for row in ranked
            }
            sharing = Counter(ranks.values())
            quartiles = [quantile(ascending, k, 4) for k in (1, 2, 3)]
            tenths = [quantile(ascending, k, 10) for k in range(1, 10)]

            def band(value, lines, best):
                if value == best:
                    return "A"
                passed = sum(value > line for line in lines)
                return "ABCD"[passed] if polarity == "low" else "DCBA"[passed]

            best = ascending[0] if polarity == "low" else ascending[-1]
            bands = {row.place: band(values[row.place], quartiles, best) for row in ranked}
            last = max(ranks.values())
            is_crowded = any(s > 1 and s * 100 > comparison.get("crowded_end", 25) * n for s in (sharing[1], sharing[last])) or any(
                100 * held > comparison.get("largest_band", 50) * n for held in Counter(bands.values()).values())
            has_bands = n >= comparison["minimum_authorities"] and indicator not in comparison["without_bands"] and not is_crowded
            for row in ranked:
                own = values[row.place]
                self.report.cell("rank", row, str(ranks[row.place]), row.cells["rank"])
                self.report.cell("ranked", row, str(n), row.cells["ranked"])
                self.report.cell("quartile_band", row, bands[row.place] if has_bands else "", row.cells["quartile_band"])
                passed = sum(own > line for line in tenths)
                tenth = passed + 1 if polarity == "low" else 10 - passed
                self.report.cell("decile", row, str(tenth) if has_bands else "", row.cells["decile"])
                near = [values[c] for c in neighbours.get(row.place, []) if c in values]
                mean = sum(Fraction(rounded(v, 6), 10**6) for v in near) / len(near) if near else None
                decimals = 1 if row.unit == "schools" else row.decimals
                self.report.cell(
                    "neighbour_mean", row, text(mean, decimals) if len(near) >= comparison["minimum_neighbours"] else "",
                    row.cells["neighbour_mean"])
                if has_bands and row.counts and row.unit in ("percent", "schools"):
                    others = sorted(v for c, v in values.items() if c != row.place)
                    self.check_needed(row, others, bands[row.place], polarity, band)
                elif not has_bands:
                    self.report.cell("needed_for_next_band", row, "", row.cells["needed_for_next_band"])

    def check_needed(self, row, others, own, polarity, band):
        """The number is enough against the line as it would then be, and one fewer is not."""
        found = row.cells["needed_for_next_band"]
        if own == "A":
            self.report.cell("needed_for_next_band", row, "", found)
            return
        n, d = row.counts

        def reached(k):
            value = Fraction(100 * (n + k if polarity == "high" else n - k), d)
            place = bisect_left(others, value)
            ascending = others[:place] + [value] + others[place:]
            best = ascending[0] if polarity == "low" else ascending[-1]
            return band(value, [quantile(ascending, q, 4) for q in (1, 2, 3)], best)

        most = d - n if polarity == "high" else n
        if found == "":
            self.report.cell("needed_for_next_band", row, False, reached(most) < own)
        else:
            k = int(found)
            self.report.cell("needed_for_next_band", row, True, reached(k) < own and (k == 0 or reached(k - 1) >= own))


def run(tool, data, out):
    command = [tool, "report", "--out", str(out), "--formats", "csv", "--quiet"]
    for folder in data:
        command += ["--data", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return next(out.glob("**/tables/indicators.csv")).parent


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("tool")
    options.add_argument("--shared", type=Path, default=ROOT / ".." / "shared" / "data")
    options.add_argument("--only", help="name of one folder")
    options.add_argument("--tables", type=Path, help="tables of a run that was made already, with --only")
    options = options.parse_args()
    rules = Rules(REFERENCE)
    shared = [
        (name, [options.shared / name, options.shared / "geography", options.shared / "register"])
        for name in ("ks4-2014-england", "ks2-2013-england", "ks4-2019-england", "l2em-by-16-la")
    ]
    differed = False
    for name, data in [("sample", [ROOT / "Data" / "sample"]), *shared]:
        if options.only and options.only != name:
            continue
        if not data[0].exists():
            print(f"{name}: SKIPPED, {data[0]} is not there")
            continue
        with tempfile.TemporaryDirectory() as out:
            tables = options.tables or run(options.tool, data, Path(out))
            report = Report(name)
            checked = Tables(tables, rules, report)
            neighbours = {}
            if name == "sample":
                inputs = canonical(data[0], REFERENCE / "layouts")
                neighbours = inputs.neighbours
                checked.check_inputs(Figures(rules, inputs))
            checked.check_intervals()
            checked.check_england()
            checked.check_significance()
            checked.check_changes()
            checked.check_places(neighbours)
            report.print()
            differed = differed or bool(report.differed)
    sys.exit(1 if differed else 0)


if __name__ == "__main__":
    main()
