"""Inputs as the tool is given them, read by this program's own hand."""

import csv
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

from reference import json5


def table(path, encoding="utf-8-sig"):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def count(text):
    try:
        value = Fraction(text)
    except (ValueError, ZeroDivisionError, TypeError):
        return None
    return int(value) if value.denominator == 1 else None


class Inputs:
    """Schools, rows about schools and authorities, and official figures."""

    def __init__(self):
        self.authorities = {}  # code -> region, valid from, valid to
        self.related = defaultdict(list)  # code -> those it was cut from or into
        self.schools = {}  # urn -> dict
        self.rows = defaultdict(dict)  # (level, place, year, group, period) -> measure -> count
        self.named = {}  # (urn, year) -> authority in the results
        self.responsible = {}  # key of a row about children in care -> authority
        self.official = {}  # (place, year, measure, group) -> (numerator, denominator, percent, decimals)
        self.neighbours = {}


def neighbours(folder):
    """The ten of each authority, from the published list (columns SN1 to SN10) or the project's own."""
    found = {}
    for path in sorted(Path(folder).glob("*neighbour*.csv")):
        for row in table(path):
            for key, column in (("la_code", "neighbour_{}"), ("LA num", "SN{}")):
                if key in row and (code := count(row[key])) is not None:
                    ten = [count(row.get(column.format(n)) or "") for n in range(1, 11)]
                    found[code] = [c for c in ten if c is not None and c != code]
    return found


KINDS = {"primary": "primary", "secondary": "secondary", "all-through": "all_through", "all_through": "all_through"}


def canonical(folder, layouts):
    """The sample: the project's own layouts, whose columns are read from the reference data."""
    folder, inputs = Path(folder), Inputs()
    for row in table(folder / "local_authorities.csv"):
        code = int(row["la_code"])
        inputs.authorities[code] = (row["region_code"], row["valid_from"], row["valid_to"])
        for before in (row["predecessor_la_code"] or "").replace(";", " ").split():
            inputs.related[code].append(int(before))
            inputs.related[int(before)].append(code)
    inputs.neighbours = neighbours(folder)
    for row in table(folder / "schools.csv"):
        inputs.schools[int(row["urn"])] = {
            "authority": int(row["la_code"]), "kind": KINDS.get(row["phase"], row["phase"]),
            "maintained": row["maintained"] == "1" or row["school_type"] == "Academy", "opened": row["opened"], "closed": row["closed"],
        }
    for row in table(folder / "published_results.csv"):
        place = "England" if row["geographic_level"] == "National" else row["code"]
        if row["geographic_level"].startswith("Local"):
            place = int(row["code"])
        key = (place, int(row["year"]), row["measure"], row["group"])
        if key in inputs.official and row["basis"] != "maintained":
            continue
        value = row["value"]
        decimals = len(value.partition(".")[2])
        try:
            percent = Fraction(value)
        except ValueError:
            percent = None
        inputs.official[key] = (count(row["numerator"]), count(row["denominator"]), percent, decimals)
    for name in ("ks2-results", "ks4-results", "attendance", "eyfsp-results"):
        layout = json5(Path(layouts) / f"{name}.json5")
        columns = [(c["measure"], c["from"]) for c in layout["tables"][0]["columns"] if isinstance(c["from"], str)]
        for path in sorted(folder.glob(layout["tables"][0]["name"] + "*.csv")):
            for row in table(path):
                year, group, period = int(row["year"]), row.get("group", "all"), row.get("period", "")
                urn = count(row.get("urn") or "")
                key = ("school", urn, year, group, period) if urn else ("la", int(row["la_code"]), year, group, period)
                for measure, column in columns:
                    if column in row:
                        inputs.rows[key][measure] = count(row[column])
                if row.get("responsible_la_code"):
                    inputs.responsible[key] = int(row["responsible_la_code"])
    return inputs
