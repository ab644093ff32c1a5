"""Stops runs of the tool from outside and looks for damage.

Runs report, packs, compare and check over a folder that an earlier run has written, and sends each run INT, TERM, HUP,
PIPE or KILL: at a random moment, or at a moment near its end, when the finished folder takes the place of the earlier
one. After each, the folder must be the old one or the new one, whole, with every file of others still in it; what the run
said must be true; and once another run has ended nothing may be left beside it.

    python3 Fuzz/stop_runs.py .build/release/school-indicators --random 1000 --aimed 1000

Ends with 1 where something was damaged or untrue; the folder is then kept and named.
"""
import argparse, ctypes, hashlib, json, os, random, shutil, signal, subprocess, sys, tempfile, time

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE, signal.SIGKILL]
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
UNTOLD = "nothing was written, earlier reports are as they were"


def write_data(folder, variant):
    """Two authorities with a few schools; the variants differ in one figure, so that old and new can be told apart."""
    os.makedirs(folder)
    def put(name, text):
        with open(os.path.join(folder, name), "w") as file: file.write(text)
    put("local_authorities.csv", "la_code,la_name,ons_code,region_code,region_name,valid_from,valid_to\n"
        "901,Anyborough,E99000901,E12000001,North East,,\n902,Otherborough,E99000902,E12000001,North East,,\n")
    schools = "urn,la_code,estab,school_name,phase,school_type,maintained,opened,closed\n"
    results = ("year,urn,group,eligible,l4_english,l4_maths,l4_english_and_maths,below_l3_english,below_l3_maths,"
        "progress_english,progress_english_matched,progress_maths,progress_maths_matched\n")
    for number in range(8):
        urn, code = 100001 + number, 901 + number % 2
        schools += f"{urn},{code},{2001 + number},School {number},primary,Community school,1,,\n"
        for year in (2008, 2009):
            results += f"{year},{urn},all,{30 + variant},24,23,22,2,2,25,29,24,29\n"
    put("schools.csv", schools)
    put("ks2_results.csv", results)
    if variant: put("notes.txt", "what check has something to say about")


class Command:
    def __init__(self, name, place): self.name, self.place = name, place


COMMANDS = [
    Command("report", "2009-autumn"), Command("packs", "2009-autumn/packs"),
    Command("compare", "2009-autumn-comparison"), Command("check", "check"),
]


def arguments(tool, command, data, out):
    return [tool, command.name, "--data", data, "--reference", os.path.join(ROOT, "Data/reference"), "--year", "2009",
            "--out", out, "--jobs", "2"]


def heed():
    """A campaign in the background may have been started with signals that are to be ignored; a run is to heed them."""
    for number in SIGNALS[:-1]: signal.signal(number, signal.SIG_DFL)


def digest(folder):
    """What a folder holds: the bytes of each file. Times stand in run.json alone, which only has to be whole."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            with open(file, "rb") as stream: data = stream.read()
            if name == "run.json":
                json.loads(data)
                data = b""
            found[os.path.relpath(file, folder)] = hashlib.sha256(data).hexdigest()
    return found


def without(found, below):
    return {name: value for name, value in found.items() if not name.startswith(below)}


class Campaign:
    def __init__(self, tool, seed):
        self.tool, self.random = os.path.abspath(tool), random.Random(seed)
        self.base = tempfile.mkdtemp(prefix="stopped-runs-")
        self.data = [os.path.join(self.base, f"data-{variant}") for variant in (0, 1)]
        for variant, folder in enumerate(self.data): write_data(folder, variant)
        self.whole, self.lengths, self.counts, self.faults = {}, {}, {}, []
        # What each command writes from each variant of the data, undisturbed.
        for variant, data in enumerate(self.data):
            out = os.path.join(self.base, f"whole-{variant}")
            for command in COMMANDS:
                start = time.time()
                self.run(command, data, out)
                self.lengths[command.name] = time.time() - start
                self.whole[command.name, variant] = digest(os.path.join(out, command.place))

    def run(self, command, data, out):
        done = subprocess.run(arguments(self.tool, command, data, out), capture_output=True)
        if done.returncode not in (0, 1): raise SystemExit(f"{command.name} ended with {done.returncode}: {done.stderr}")

    def seed(self, out):
        """An earlier report, comparison, check and packs, and a file of somebody else in each."""
        for command in COMMANDS: self.run(command, self.data[0], out)
        self.others = []
        for place in ("2009-autumn", "2009-autumn/packs/901", "2009-autumn-comparison", "check"):
            file = os.path.join(out, place, "mine.txt")
            with open(file, "w") as stream: stream.write("mine")
            self.others.append(file)

    def state(self, command, out):
        """0 or 1, the variant that a place holds; None where it is damaged."""
        found = digest(os.path.join(out, command.place))
        found = {name: value for name, value in found.items() if not name.endswith("mine.txt")}
        if command.name == "report": found = without(found, "packs/")
        for variant in (0, 1):
            if found == self.whole[command.name, variant]: return {variant}
        if command.name == "packs":
            # Each authority is moved in by itself.
            variants = set()
            for code in ("901", "902"):
                part = {name: value for name, value in found.items() if name.startswith(code + "/")}
                fits = [v for v in (0, 1) if part == {
                    name: value for name, value in self.whole["packs", v].items() if name.startswith(code + "/")}]
                if not fits: return None
                variants.update(fits[:1])
            return variants
        return None

    def one(self, command, number, is_aimed):
        out = os.path.join(self.base, "out")
        if not os.path.exists(out): self.seed(out)
        before = self.state(command, out)
        if len(before) > 1:
            self.run(command, self.data[0], out)
            before = self.state(command, out)
        variant = 1 if before == {0} else 0
        process = subprocess.Popen(arguments(self.tool, command, self.data[variant], out),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=heed)
        if is_aimed:
            self.wait_for_the_end(process, command, out)
        else:
            time.sleep(self.random.random() * self.lengths[command.name])
        process.send_signal(number)
        said = process.stderr.read().decode(errors="replace")
        code = process.wait()
        after = self.state(command, out)
        self.judge(command, number, code, said, before, after, {variant}, is_aimed)
        for file in self.others:
            if not os.path.exists(file): self.fault(command, number, f"a file of somebody else is gone: {file}")
        for other in COMMANDS:
            if other is not command and self.state(other, out) is None: self.fault(command, number, f"{other.name} is damaged")
        # Another run leaves nothing beside it.
        follower = COMMANDS[3]
        self.run(follower, self.data[0], out)
        left = sorted(set(os.listdir(out)) - {"2009-autumn", "2009-autumn-comparison", "check"})
        if left: self.fault(command, number, f"left behind: {left}")

    def wait_for_the_end(self, process, command, out):
        """Until the unfinished folder holds the marker of a complete one, and then a moment more or less."""
        moment = self.random.random() * 0.004
        deadline = time.time() + 60
        while process.poll() is None and time.time() < deadline:
            for name in os.listdir(out):
                marker = os.path.join(out, name, ".school-indicators.json")
                if not name.startswith("."): continue
                try:
                    with open(marker) as stream: is_complete = '"files"' in stream.read()
                except OSError:
                    continue
                if is_complete:
                    time.sleep(moment)
                    return

    def judge(self, command, number, code, said, before, after, wanted, is_aimed):
        name = ("aimed" if is_aimed else "random", command.name, signal.Signals(number).name)
        kind = "new" if after == wanted else "old" if after == before else "both" if command.name == "packs" else "damaged"
        self.counts[name + (kind,)] = self.counts.get(name + (kind,), 0) + 1
        if after is None or kind == "damaged": self.fault(command, number, f"damaged: {before} -> {after}\n{said}")
        if UNTOLD in said and after != before: self.fault(command, number, "said that nothing was written")
        if "written and whole" in said and after == before: self.fault(command, number, "said that something was written")
        if ("begin at" in said or "begin in" in said) and after != wanted: self.fault(command, number, "said that it wrote")
        if code == 0 and after != wanted: self.fault(command, number, "ended with 0 without having written")
        # In its first milliseconds a process is ended by the system.
        is_early = code == -number and after == before and not is_aimed
        if code not in (0, 1, -9, 129, 130, 143) and not is_early: self.fault(command, number, f"ended with {code}: {said}")

    def fault(self, command, number, what):
        self.faults.append(f"{command.name}, {signal.Signals(number).name}: {what}")
        print("FAULT", self.faults[-1], flush=True)
        kept = os.path.join(self.base, f"fault-{len(self.faults)}")
        out = os.path.join(self.base, "out")
        if os.path.exists(out): shutil.copytree(out, kept, symlinks=True)
        shutil.rmtree(out, ignore_errors=True)
        self.seed(out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--random", type=int, default=30)
    parser.add_argument("--aimed", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    # A child of a process that ignores SIGPIPE would ignore it by itself.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    campaign = Campaign(given.tool, given.seed)
    moments = [(False, n) for n in range(given.random)] + [(True, n) for n in range(given.aimed)]
    for is_aimed, n in moments:
        campaign.one(COMMANDS[n % len(COMMANDS)], SIGNALS[n // len(COMMANDS) % len(SIGNALS)], is_aimed)
    for name, count in sorted(campaign.counts.items()): print(" ".join(name), count)
    print(f"{len(moments)} runs stopped, {given.random} at random and {given.aimed} at the end: {len(campaign.faults)} faults")
    if campaign.faults: raise SystemExit(f"kept in {campaign.base}")
    shutil.rmtree(campaign.base)


main()
