"""Packs a second as HTML, with jobs 1 and 2: for one authority and for every school of the national sample.

    python3 Benchmarks/bench_packs.py .build/release/school-indicators [national-folder]

Prints what the command itself reports (packs a second, without reading and analysis) and the peak memory of the whole
process. The national sample is made where no folder of it is given.
"""
import os
import re
import subprocess
import sys
import tempfile

tool = os.path.abspath(sys.argv[1])


def run(data, jobs, out, *choice):
    """Packs written, packs a second, peak memory in MB."""
    arguments = [tool, "packs", "--data", data, "--year", "2009", "--jobs", str(jobs), "--out", out, *choice]
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    found = re.search(r"wrote (\d+) packs for \d+ local authorities, (\d+) a second", said)
    if not found:
        sys.exit(f"{' '.join(arguments)} failed:\n{said}")
    return int(found[1]), int(found[2]), usage.ru_maxrss // 1024


with tempfile.TemporaryDirectory() as scratch:
    national = sys.argv[2] if len(sys.argv) > 2 else scratch + "/national"
    if not os.path.isdir(national):
        subprocess.run([tool, "sample", "--size", "national", "--out", national, "--quiet"], check=True)
    print(f"{'packs':>8} {'jobs':>5} {'a second':>9} {'peak MB':>8}")
    for choice in (["--la", "101"], []):
        for jobs in (1, 2):
            packs, rate, memory = run(national, jobs, scratch + "/out", *choice)
            print(f"{packs:>8} {jobs:>5} {rate:>9} {memory:>8}  {'one authority' if choice else 'England'}", flush=True)
