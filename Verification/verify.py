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
from inputs import canonical, neighbours
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
        # A published figure stands as it was printed; others are exact where their counts are there.
        self.is_exact = "published figure" in cells["note"] and self.unit in ("percent", "points")
        if cells["value"] == "":
            return
        self.exact = Fraction(cells["value"])
        n, d = cells["numerator"], cells["denominator"]
        if n and d and int(d) > 0 and "estimated from percentages" not in cells["note"]:
            counts = (int(n), int(d))
            share = Fraction(100 * counts[0], counts[1])
            if self.unit == "schools":
                self.counts, self.is_exact = counts, True
            elif self.unit == "percent" and text(share, decimals) == cells["value"]:
                self.exact, self.counts, self.is_exact = share, counts, True

    def __str__(self):
        return f"{self.indicator} {self.place} {self.year} {self.group}"


def place(cells):
    level = cells["geographic_level"]
    return "England" if level == "National" else cells["region_code"] if level == "Regional" else int(cells["old_la_code"])


class Tables:
    """`tables/indicators.csv` of one run, put in order."""

    def __init__(self, folder, rules, report):
        self.rules, self.report, self.rows, self.figures = rules, report, {}, None
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
        self.figures = figures
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
            row.exact, row.rounding, row.is_exact = figure.value, figure.rounding, True
            if figure.counts:
                row.counts = figure.counts
                self.report.cell("numerator from the inputs", row, str(figure.counts[0]), row.cells["numerator"])
                self.report.cell("denominator from the inputs", row, str(figure.counts[1]), row.cells["denominator"])

    # From the rows themselves

    def find_gaps(self):
        """Exact gaps of the shares that stand beside them."""
        for row in self.rows.values():
            entry = self.entry(row)
            if entry.get("kind") != "gap" or row.exact is None or row.is_exact:
                continue
            shares = entry["of"] if isinstance(entry["of"], list) else [entry["of"]]
            share = next((s for s in shares if self.rules.exists(s, row.year)), None)
            is_national = entry["minuend"]["area"] == "national"
            minuend = self.rows.get((share, "England" if is_national else row.place, row.year, entry["minuend"]["group"]))
            here = self.rows.get((share, row.place, row.year, entry["subtrahend"]))
            if minuend and here and minuend.is_exact and here.is_exact and minuend.exact is not None and here.exact is not None:
                gap = minuend.exact - here.exact
                self.report.cell("gaps of the shares beside them", row, text(gap, row.decimals), row.cells["value"])
                row.exact, row.is_exact = gap, True

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
        least = int(self.rules.choices.get("coverage.least", 75))
        if row.cells["coverage"] == "":
            return True
        share = Fraction(row.cells["coverage"])
        if "published figure" in row.cells["note"]:
            # An official figure rests on its own cohort; how many are expected follows from what the files hold of it.
            if not row.counts or self.figures is None or self.entry(row).get("kind") != "share" or not share:
                return "no verdict, no direction" not in row.cells["note"]
            held = self.figures.pooled(row.indicator, row.group, row.year)
            held = sum(held[a][1] for a in (
                [row.place] if isinstance(row.place, int) else self.figures.members(row.place)) if a in held)
            share = max(row.counts[1], held) * share / held if held else Fraction(100)
        return share >= least

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
            if any(row.exact is not None and not row.is_exact for row in field):
                self.report.compared["(fields without exact values, not recomputed)"] += 1
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


def check_schools(folder, figures, rules, report):
    """`tables/schools.csv`: every share of every school, from its own row of the inputs."""
    england, before = {}, {}
    for cells in read(folder / "indicators.csv"):
        if cells["geographic_level"] == "National":
            england[(cells["indicator_id"], cells["time_period"], cells["pupil_group"])] = cells
    by_school = defaultdict(list)
    for cells in read(folder / "schools.csv"):
        entry = rules.catalogue.get(cells["indicator_id"], {})
        year, urn, group = int(cells["time_period"][:4]) + 1, int(cells["school_urn"]), cells["pupil_group"]
        if entry.get("kind") != "share":
            continue
        period = rules.years[year].get("persistent_absence", {}).get("period", "") if entry.get("period") else ""
        row = f"{cells['indicator_id']} {urn} {year} {group}"
        values = figures.inputs.rows.get(("school", urn, year, group, period))
        if values is None:
            report.cell("a school's row in the inputs", row, True, False)
            continue
        counts = figures.read(entry, values)
        report.cell(
            "counts of schools", row, tuple(map(str, counts)) if counts else ("", ""),
            (cells["numerator"], cells["denominator"]) if cells["value"] else ("", ""))
        if counts is None:
            continue
        decimals, exact = entry["decimals"], Fraction(100 * counts[0], counts[1])
        report.cell("values of schools", row, text(exact, decimals), cells["value"])
        before[(cells["indicator_id"], urn, year, group)] = (counts, cells)
        is_tested = entry["denominator"] != "possible_sessions"
        if is_tested:
            low, high = wilson(exact, counts[1])
            report.close("intervals of schools", row, low, cells["ci_lower"], decimals)
            report.close("intervals of schools", row, high, cells["ci_upper"], decimals)
        nation = england.get((cells["indicator_id"], cells["time_period"], group))
        if nation is None or not nation["numerator"] or "estimated" in nation["note"]:
            continue
        national = Fraction(100 * int(nation["numerator"]), int(nation["denominator"]))
        if text(national, decimals) != nation["value"]:
            continue
        report.cell("England beside schools", row, nation["value"], cells["national_value"])
        report.cell("differences of schools", row, text(exact - national, decimals), cells["difference_from_national"])
        verdict, _ = one_sample(exact, counts[1], national)
        if not is_tested or counts[1] < rules.years[year]["minimum_cohort"]["school"]:
            verdict = ""
        report.cell("significance of schools", row, verdict, cells["significance"])
    for (indicator, urn, year, group), (counts, cells) in before.items():
        entry = rules.catalogue[indicator]
        for years in (1, 3):
            then = before.get((indicator, urn, year - years, group))
            row = f"{indicator} {urn} {year} {group}"
            if not rules.comparable(indicator, year - years, year):
                report.cell("changes of schools across a break", row, "", cells[f"change_{years}_year"])
            elif then is not None:
                change = Fraction(100 * counts[0], counts[1]) - Fraction(100 * then[0][0], then[0][1])
                report.cell("changes of schools", row, text(change, entry["decimals"]), cells[f"change_{years}_year"])
                minimum = rules.years[year]["minimum_cohort"]["school"]
                verdict = two_sample(*counts, *then[0])
                if entry["denominator"] == "possible_sessions" or min(counts[1], then[0][1]) < minimum:
                    verdict = ""
                report.cell("significance of changes of schools", row, verdict, cells.get(f"change_{years}_significance"))


def check_counted(folder, figures, rules, report):
    """`tables/counted-schools.csv` and the numbers of schools: as many are listed as are counted."""
    listed = Counter()
    for cells in read(folder / "counted-schools.csv"):
        listed[(cells["indicator_id"], cells["time_period"], int(cells["old_la_code"]))] += 1
    for cells in read(folder / "indicators.csv"):
        if cells["unit"] == "schools" and cells["geographic_level"] == "Local authority" and cells["value"]:
            key = (cells["indicator_id"], cells["time_period"], int(cells["old_la_code"]))
            if rules.catalogue[key[0]]["kind"] == "schools":
                report.cell("counted schools listed", key, int(cells["value"]), listed[key])


def check_reconciliation(folder, figures, rules, report):
    """`tables/reconciliation.csv`: official and pooled, and whether the difference is within what explains it."""
    for cells in read(folder / "reconciliation.csv"):
        entry = rules.catalogue.get(cells["indicator_id"], {})
        year, decimals = int(cells["time_period"][:4]) + 1, max(1, len(cells["published"].partition(".")[2]))
        row = f"{cells['indicator_id']} {place(cells)} {year}"
        difference = Fraction(cells["difference"])
        report.cell("explained", row, abs(difference) <= Fraction(cells["explicable"]), cells["explained"] == "yes") if abs(
            abs(difference) - Fraction(cells["explicable"])) > Fraction(1, 50) else None
        if figures is None or entry.get("kind") != "share" or place(cells) == "England":
            continue
        group = entry.get("group", "all")
        official = figures.official(entry, place(cells), year, group)
        counts = figures.pooled(cells["indicator_id"], group, year).get(place(cells))
        report.cell("published", row, text(official.value, decimals), cells["published"])
        pooled = Fraction(100 * counts[0], counts[1])
        report.cell("pooled", row, text(pooled, decimals), cells["pooled"])
        report.cell("difference", row, text(official.value - pooled, decimals + 1), cells["difference"])


def check_sums(folder, rules, report):
    """Authorities add up to England and to their regions, wherever all are pooled from schools."""
    sums, wholes = defaultdict(lambda: [0, 0]), {}
    official = set()
    for cells in read(folder / "indicators.csv"):
        key = (cells["indicator_id"], cells["time_period"], cells["pupil_group"])
        if cells["unit"] not in ("percent", "schools") or not cells["numerator"]:
            continue
        if "official" in cells["note"] or "published figure" in cells["note"]:
            official.add(key)
        counts = (int(cells["numerator"]), int(cells["denominator"]))
        if cells["geographic_level"] == "Local authority":
            for whole in ("England", cells["region_code"]):
                sums[(key, whole)][0] += counts[0]
                sums[(key, whole)][1] += counts[1]
        else:
            wholes[(key, place(cells))] = counts
    for (key, whole), counts in wholes.items():
        if key not in official:
            report.cell("sum of the authorities", f"{key} {whole}", counts, tuple(sums[(key, whole)]))


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
            near, figures = {}, None
            for folder in data:
                near.update(neighbours(folder))
            if name == "sample":
                inputs = canonical(data[0], REFERENCE / "layouts")
                figures = Figures(rules, inputs)
                checked.check_inputs(figures)
                check_schools(tables, figures, rules, report)
            checked.find_gaps()
            checked.check_intervals()
            checked.check_england()
            checked.check_significance()
            checked.check_changes()
            checked.check_places(near)
            check_counted(tables, figures, rules, report)
            check_reconciliation(tables, figures, rules, report)
            check_sums(tables, rules, report)
            report.print()
            differed = differed or bool(report.differed)
    sys.exit(1 if differed else 0)


if __name__ == "__main__":
    main()
