"""Whole runs of school-indicators against a Polars and a DuckDB script on the same files.

usage: bench_report.py TOOL REFERENCE WORK [ROUNDS]

TOOL is the release build, WORK a folder for data and outputs. Rounds are interleaved; each row gives the median wall
time and the largest resident set of a run. The results are checked equal first.
"""
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

tool, reference, work = sys.argv[1], sys.argv[2], Path(sys.argv[3])
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 7
peers = Path(__file__).parent / "peers"
USED = ("local_authorities", "schools", "ks2_results", "ks4_results", "attendance", "eyfsp_results")


def prepare(size):
    """A folder with just the tables that all three read."""
    full, used = work / f"{size}-full", work / size
    if not full.exists():
        subprocess.run([tool, "sample", "--size", size, "--out", full, "--quiet"], check=True)
    shutil.rmtree(used, ignore_errors=True)
    used.mkdir(parents=True)
    for file in full.glob("*.csv"):
        if file.stem.rsplit("-", 1)[0] in USED:
            os.link(file, used / file.name)
    return used


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {command}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def commands(data):
    ours = [tool, "report", "--data", data, "--out", work / "ours", "--reference", reference, "--quiet",
            "--formats", "csv", "--tables", "indicators,reconciliation"]
    return {
        "school-indicators": ours,
        "Polars": [sys.executable, peers / "la_indicators_polars.py", data, work / "polars.csv"],
        "DuckDB": [sys.executable, peers / "la_indicators_duckdb.py", data, work / "duckdb.csv"],
    }


def counts_of_peer(path):
    with open(path) as file:
        return {tuple(row[:3]): (int(row[3]), int(row[4])) for row in list(csv.reader(file))[1:]}


def counts_of_ours():
    table = next((work / "ours").glob("*/tables/indicators.csv"))
    found = {}
    with open(table) as file:
        for row in csv.DictReader(file):
            if row["geographic_level"] == "Local authority" and row["numerator"]:
                year = str(int(row["time_period"][:4]) + 1)
                group = "" if row["pupil_group"] in ("all", "cic") else " " + row["pupil_group"]
                key = row["old_la_code"], year, row["indicator_id"] + group
                found[key] = int(row["numerator"]), int(row["denominator"] or -1)
    return found


def check():
    polars, duckdb, ours = counts_of_peer(work / "polars.csv"), counts_of_peer(work / "duckdb.csv"), counts_of_ours()
    if polars != duckdb:
        raise SystemExit("the peers differ from each other")
    # Coasting, which only ours counts, and the first year, which ours keeps for changes.
    shared = [key for key in ours if not key[2].endswith("-coasting")]
    if missing := [key for key in shared if key not in polars]:
        raise SystemExit(f"the peers lack {len(missing)} counts, first {missing[:3]}")
    wrong = [(key, polars[key], ours[key]) for key in shared if polars[key] != ours[key]]
    if wrong:
        raise SystemExit(f"{len(wrong)} of {len(shared)} counts differ, first {wrong[:3]}")
    print(f"{len(shared)} counts by authority, year and indicator are equal in all three")


def measure(data):
    runs = {name: [] for name in commands(data)}
    for _ in range(rounds):
        for name, command in commands(data).items():
            runs[name].append(run(command))
    return {name: (statistics.median(t for t, _ in found), max(m for _, m in found)) for name, found in runs.items()}


def tenfold(data):
    """The same tables with ten times the schools: every school nine times more under another URN."""
    large = work / "national-tenfold"
    if large.exists():
        return large
    large.mkdir(parents=True)
    for file in data.glob("*.csv"):
        lines = file.read_text().splitlines(keepends=True)
        header = lines[0].split(",")
        if "urn" not in header or file.stem.startswith("eyfsp"):
            shutil.copy(file, large / file.name)
            continue
        with open(large / file.name, "w") as out:
            out.write(lines[0])
            place = header.index("urn")
            for copy in range(10):
                for line in lines[1:]:
                    fields = line.split(",", place + 1)
                    fields[place] = str(int(fields[place]) + 1_000_000 * copy)
                    out.write(",".join(fields))
    return large


def measure_growth(data):
    large = tenfold(data)
    ours = lambda folder: [part if part != data else folder for part in commands(data)["school-indicators"]]
    times = {folder: statistics.median(run(ours(folder))[0] for _ in range(3)) for folder in (data, large)}
    print(f"  ten times the schools: {times[large] / times[data]:.2f} x the time ({times[large]:.2f} s)")


def measure_everything():
    """A report with every table, page and workbook."""
    command = [tool, "report", "--data", work / "national-full", "--out", work / "everything", "--reference", reference, "--quiet"]
    seconds, memory = run(command)
    record = json.loads(next((work / "everything").glob("*/run.json")).read_text())
    files = len(record["outputs"])
    stages = sorted(record["seconds"].items(), key=lambda stage: -stage[1])[:6]
    print(f"every table, page and workbook: {seconds:.2f} s, {files} files, {memory:.0f} MB")
    print("  " + ", ".join(f"{name.removeprefix('report: ')} {taken:.2f} s" for name, taken in stages))


data = prepare("national")
for command in commands(data).values():
    run(command)
check()
size = sum(file.stat().st_size for file in data.iterdir()) / 1e6
print(f"national sample, {size:.0f} MB in {len(list(data.iterdir()))} files, median of {rounds} interleaved runs")
result = measure(data)
ours_time, ours_memory = result["school-indicators"]
for name, (seconds, memory) in result.items():
    print(f"  {name:18} {seconds:6.3f} s {memory:6.0f} MB   {seconds / ours_time:5.2f} x the time, {memory / ours_memory:5.2f} x the memory of ours")
faster = min(("Polars", "DuckDB"), key=lambda name: result[name][0])
print(f"  of the faster peer ({faster}): {ours_time / result[faster][0]:.2f} of the time, {ours_memory / result[faster][1]:.2f} of the memory")
measure_growth(data)
measure_everything()
