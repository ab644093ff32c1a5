"""Pages of authorities and regions, and workbooks, of the national sample: files a second and peak memory.

usage: bench_compare.py TOOL [REFERENCE] [WORK] [ROUNDS]

TOOL is the release build, WORK a folder for data and outputs (kept and used again). Times of the stages are those that
a run records in run.json; the median of the rounds is given. Where `perf` is installed, a run on one core also tells
how the processor's time divides between our own code, the template library, libxlsxwriter with zlib, and the system.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

tool = Path(sys.argv[1]).resolve()
reference = sys.argv[2] if len(sys.argv) > 2 else "Data/reference"
work = Path(sys.argv[3] if len(sys.argv) > 3 else "/tmp/school-indicators-bench")
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
STAGES = {
    "pages of authorities": ("report: AuthorityPages", "la/", ".html"),
    "pages of regions": ("report: RegionPages", "regions/", ".html"),
    "workbooks of authorities": ("report: AuthorityWorkbooks", "la/", ".xlsx"),
    "workbooks of regions": ("report: RegionWorkbooks", "regions/", ".xlsx"),
}


def command(jobs):
    return [tool, "report", "--data", data, "--reference", reference, "--out", work / "reports", "--year", "2009",
            "--formats", "html,xlsx", "--jobs", str(jobs), "--quiet"]


def run(jobs):
    shutil.rmtree(work / "reports", ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command(jobs)])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit("the run failed")
    record = json.loads(next((work / "reports").glob("*/run.json")).read_text())
    return time.perf_counter() - start, usage.ru_maxrss / 1024, record


def shares():
    """Per cent of the processor's time by whose code it is, from samples of one run."""
    samples = work / "perf.data"
    recorded = subprocess.run(["perf", "record", "-q", "-F", "499", "-o", samples, "--"] + [str(p) for p in command(1)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if recorded.returncode != 0:
        return None
    text = subprocess.run(["perf", "report", "-i", samples, "--stdio", "-q", "--sort", "dso,symbol", "--percent-limit", "0"],
                          capture_output=True, text=True).stdout
    found = {"our own code": 0.0, "template library": 0.0, "libxlsxwriter and zlib": 0.0, "language runtime, C library, system": 0.0}
    for line in text.splitlines():
        parts = line.split(None, 3)
        if len(parts) < 3 or not parts[0].endswith("%"):
            continue
        share, library, symbol = float(parts[0][:-1]), parts[1], parts[-1]
        if "xlsxwriter" in library or "libz" in library:
            found["libxlsxwriter and zlib"] += share
        elif library.startswith("school-indicat"):
            whose = "template library" if "Mustache" in symbol else "our own code"
            statically_linked = any(name in symbol for name in ("swift_", "$sS", "$ss", "_swift"))
            found["language runtime, C library, system" if statically_linked and "Mustache" not in symbol else whose] += share
        else:
            found["language runtime, C library, system"] += share
    return found


work.mkdir(parents=True, exist_ok=True)
data = work / "national"
if not data.exists():
    subprocess.run([tool, "sample", "--size", "national", "--out", data, "--quiet"], check=True)
for jobs in (1, 2):
    runs = [run(jobs) for _ in range(rounds)]
    print(f"{jobs} thread{'s' if jobs > 1 else ''}: whole run {statistics.median(r[0] for r in runs):.1f} s, peak memory {max(r[1] for r in runs):.0f} MB")
    for name, (stage, folder, ending) in STAGES.items():
        seconds = statistics.median(r[2]["seconds"][stage] for r in runs)
        files = [o for o in runs[0][2]["outputs"] if o["path"].startswith(folder) and o["path"].endswith(ending)]
        size = sum(o["bytes"] for o in files) / 1e6
        print(f"  {name:26} {len(files):4} files {size:7.1f} MB {seconds:7.2f} s {len(files) / max(seconds, 1e-9):7.0f} files a second")
if shutil.which("perf"):
    found = shares()
    if found:
        print("processor's time of a whole run on one thread:", ", ".join(f"{name} {share:.0f}%" for name, share in found.items()))
else:
    print("perf is not installed: the share of time outside our own code was not measured")
