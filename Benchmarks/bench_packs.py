"""Packs a second as HTML, with jobs 1 and 2: for one authority and for every school of the national sample.

    python3 Benchmarks/bench_packs.py .build/release/school-indicators [national-folder]

Prints what the command itself reports (packs a second, without reading and analysis), and of the whole process the
processor time and the peak memory. On a busy machine the processor time is the steadier figure: the packs of England
less those of one authority, over the difference of their processor times, are the packs that a core makes in a second. The national sample is made where no folder of it is given.
"""
import os
import re
import subprocess
import sys
import tempfile

tool = os.path.abspath(sys.argv[1])


def run(data, jobs, out, *choice):
    """Packs written, packs a second, processor seconds, peak memory in MB."""
    arguments = [tool, "packs", "--data", data, "--year", "2009", "--jobs", str(jobs), "--out", out, *choice]
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    found = re.search(r"wrote (\d+) packs? for \d+ local authorit(?:y|ies), (\d+) a second", said)
    if not found:
        sys.exit(f"{' '.join(arguments)} failed:\n{said}")
    return int(found[1]), int(found[2]), usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


with tempfile.TemporaryDirectory() as scratch:
    national = sys.argv[2] if len(sys.argv) > 2 else scratch + "/national"
    if not os.path.isdir(national):
        subprocess.run([tool, "sample", "--size", "national", "--out", national, "--quiet"], check=True)
    print(f"{'packs':>8} {'jobs':>5} {'a second':>9} {'CPU s':>7} {'peak MB':>8}")
    found = {}
    for jobs in (1, 2):
        for place, choice in (("one authority", ["--la", "101"]), ("England", [])):
            packs, rate, seconds, memory = found[place] = run(national, jobs, scratch + "/out", *choice)
            print(f"{packs:>8} {jobs:>5} {rate:>9} {seconds:>7.1f} {memory:>8}  {place}", flush=True)
        more = found["England"][0] - found["one authority"][0]
        seconds = found["England"][2] - found["one authority"][2]
        print(f"{'':>8} {jobs:>5} {more / seconds:>9.0f} packs a second of processor time", flush=True)
