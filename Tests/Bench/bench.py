#!/usr/bin/env python3
"""Measures mdt beside its limits, in one run, and prints a table: median, p99, n, the limit's median and p99, the ratio.

    bench.py MDT SCENES FLOOR DATA_FOLDER SIZE...

The clock starts just before a key is written to the pseudo-terminal and stops at the last byte of the answer: a frame
is complete when what is expected stands there and the program has been quiet for 20 ms. Lists are measured at 80 by 24,
where both programs show the same, and at 120 by 40, where the record of the selected person is read and painted beside
the list; there "first byte" is when the list itself has moved. Milliseconds say little on a shared machine; the ratio to
the limit in the same run does.
"""
import fcntl, getpass, hashlib, os, pty, re, resource, select, shutil, signal, sqlite3, statistics, struct, subprocess, sys
import termios, time

SMALL, LARGE = (24, 80), (40, 120)
QUIET = 0.020
HEAD = rb"MDT > Caseload"


class Program:
    """One program in a pseudo-terminal."""

    def __init__(self, command, environment=None, size=LARGE):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        env = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", MDT_BEGIN="caseload", **(environment or {}))
        for name in ("NO_COLOR", "COLUMNS", "LINES"):
            env.pop(name, None)
        self.fd = master
        self.started = time.monotonic()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(master)
            os.login_tty(slave)
            os.execvpe(command[0], command, env)
        os.close(slave)
        self.seen = b""

    def read(self, wait):
        if not select.select([self.fd], [], [], wait)[0]:
            return None
        try:
            return os.read(self.fd, 1 << 16)
        except OSError:
            return b""

    def until_quiet(self, wanted=None, quiet=QUIET, deadline=20.0):
        """Reads until nothing has come for a while; gives the time of the last byte and the bytes read."""
        end = time.monotonic() + deadline
        last, got = None, b""
        self.first = self.found = None
        while time.monotonic() < end:
            chunk = self.read(quiet)
            if chunk == b"":
                break
            if chunk:
                last = time.monotonic()
                self.first = self.first or last
                got += chunk
                if wanted and not self.found and re.search(wanted, got):
                    self.found = last
            elif got and (wanted is None or re.search(wanted, got)):
                break
        return last, got

    def press(self, keys, wanted=None, settle=0.12):
        """Milliseconds to the last byte of the frame, its bytes, and the bytes that came later by themselves."""
        start = time.monotonic()
        os.write(self.fd, keys)
        last, got = self.until_quiet(wanted, deadline=3.0)
        first = self.first
        self.until_quiet(quiet=settle, deadline=settle)
        end = time.monotonic()
        return ((last or end) - start) * 1000, len(got), ((first or end) - start) * 1000

    def anonymous_mib(self):
        with open(f"/proc/{self.pid}/smaps_rollup") as lines:
            return sum(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024

    def cpu_and_wakeups(self):
        """Milliseconds on a processor and voluntary switches, of all threads."""
        cpu = switches = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            try:
                with open(f"/proc/{self.pid}/task/{task}/schedstat") as f:
                    cpu += int(f.read().split()[0])
                with open(f"/proc/{self.pid}/task/{task}/status") as lines:
                    switches += sum(int(l.split()[1]) for l in lines if l.startswith("voluntary_ctxt"))
            except FileNotFoundError:
                pass
        return cpu / 1e6, switches

    def end(self):
        try:
            os.kill(self.pid, signal.SIGTERM)
            self.until_quiet(deadline=2)
            os.kill(self.pid, signal.SIGKILL)
        except (OSError, ProcessLookupError):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def row(size, what, values, limit=None, unit="ms"):
    if not values:
        return
    median = statistics.median(values)
    text = f"{size:>9,}  {what:<36} {median:9.2f} {percentile(values, 0.99):9.2f} {len(values):5d}"
    if limit:
        base = statistics.median(limit)
        text += f"  {base:9.2f} {percentile(limit, 0.99):9.2f} "
        text += f"{median / base:7.2f}x" if base else f"{'-':>8}"
    else:
        text += " " * 30
    print(text + f"  {unit}", flush=True)


def starts(mdt, floor, times):
    """Both programs in turn, so that a machine that drifts drifts for both."""
    mine, limit = [], []
    for _ in range(times):
        for command, environment, wanted, values in (mdt + (mine,), floor + (limit,)):
            program = Program(command, environment)
            last, got = program.until_quiet(wanted, quiet=0.25)
            cpu, _ = program.cpu_and_wakeups()
            end = time.monotonic()
            times = [((at or end) - program.started) * 1000 for at in (program.found, last)]
            values.append((*times, cpu, len(got)))
            program.end()
    return mine, limit


def numbers(command):
    """The floor's microseconds as milliseconds."""
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [float(line) / 1000 for line in out.split()]


class Keys:
    """Samples of one kind of key."""

    def __init__(self, program):
        self.program, self.ms, self.bytes, self.first, self.cpu = program, [], [], [], []

    def press(self, key, wanted=None):
        before, _ = self.program.cpu_and_wakeups()
        took, count, first = self.program.press(key, wanted)
        after, _ = self.program.cpu_and_wakeups()
        self.ms.append(took)
        self.bytes.append(count)
        self.first.append(first)
        self.cpu.append(after - before)
        return self

    def repeat(self, keys, times):
        for _ in range(times):
            for key in keys:
                self.press(key)
        return self


def compare(size, what, mine, limit):
    row(size, what, mine.ms, limit.ms)
    row(size, f"{what}: processor", mine.cpu, limit.cpu)
    row(size, f"{what}: bytes", mine.bytes, limit.bytes, "bytes")


def typed(program, opening, words, closing):
    keys = Keys(program)
    for word in words:
        if opening:
            program.press(opening)
        for letter in word:
            keys.press(letter.encode())
        program.press(closing)
    return keys


def flood(program):
    start = time.monotonic()
    os.write(program.fd, b"j" * 300)
    last, got = program.until_quiet(quiet=0.1)
    program.until_quiet(quiet=0.3, deadline=0.3)
    return ((last or start) - start) * 1000, len(got)


def idle(program, seconds=5):
    program.until_quiet(quiet=2.0, deadline=8)
    cpu, switches = program.cpu_and_wakeups()
    _, got = program.until_quiet(quiet=seconds, deadline=seconds)
    cpu2, switches2 = program.cpu_and_wakeups()
    return (cpu2 - cpu) / seconds, (switches2 - switches) / seconds, len(got) / seconds


WORDS = ("begum", "rahman", "kowalski", "zzyzx")


def measure(size, mdt, floor, folder):
    store = f"{folder}/{size}.mdt"
    home = {"XDG_STATE_HOME": f"{folder}/state", "XDG_DATA_HOME": f"{folder}/data"}
    mine, limit = starts(([mdt, "--store", store], home, rb"NHS No\.(?s:.*)9\d\d \d\d\d \d\d\d\d"), ([floor, "list", store], None, HEAD), 9)
    for index, what in enumerate(("start: exec to the list", "start: exec to last byte", "start: processor", "start: bytes")):
        row(size, what, [each[index] for each in mine], [each[index] for each in limit], "bytes" if index == 3 else "ms")

    low, app = both(mdt, floor, store, folder, home, LARGE)
    row(size, "memory at the first frame", [app.anonymous_mib()], [low.anonymous_mib()], "MiB anonymous")
    app.until_quiet(quiet=1.5, deadline=4)
    lists(size, " 120x40", app, low, 60)
    app.end(), low.end()
    low, app = both(mdt, floor, store, folder, home, SMALL)
    lists(size, "", app, low, 150)
    compare(size, "filter: a letter", typed(app, b"/", WORDS, b"\x1b"), typed(low, b"/", WORDS, b"\x1b"))
    app.press(b"g")
    app.press(b"f")
    compare(size, "find: a letter", typed(app, b"", WORDS, b"\x15"), typed(low, b"/", WORDS, b"\x1b"))
    app.press(b"\x1b")
    app.press(b"1")
    app.press(b"\x1b[H"), low.press(b"g")
    opened, low_opened = Keys(app), Keys(low)
    for _ in range(30):
        opened.press(b"\r", rb"Person|SINGLE|born|Born")
        app.press(b"\x1b")
        app.press(b"j")
        low_opened.press(b"\r")
        low.press(b"b")
        low.press(b"j")
    compare(size, "open a person (audited)", opened, low_opened)
    app.press(b"\x1b[H"), low.press(b"g")
    floods = [(flood(app), flood(low)) for _ in range(5)]
    row(size, "300 keys at once", [f[0][0] for f in floods], [f[1][0] for f in floods])
    row(size, "300 keys at once: bytes", [f[0][1] for f in floods], [f[1][1] for f in floods], "bytes")
    row(size, "memory after all this", [app.anonymous_mib()], [low.anonymous_mib()], "MiB anonymous")
    for value, what, unit in zip(idle(app), ("processor", "wake-ups", "bytes"), ("ms a second", "a second", "a second")):
        row(size, f"idle: {what}", [value], None, unit)
    app.end()
    low.end()


def both(mdt, floor, store, folder, home, size):
    low = Program([floor, "list", store, f"{folder}/audit"], size=size)
    low.until_quiet(HEAD, quiet=0.25)
    app = Program([mdt, "--store", store], home, size)
    app.until_quiet(rb"NHS No", quiet=0.3)
    return low, app


def lists(size, where, app, low, times):
    """What one does in a list; the pages are alike in both programs."""
    acts = (
        ("down", [b"j"], [b"j"], times), ("page", [b"\x1b[6~"], [b" "], times // 2),
        ("jump to end, to start", [b"\x1b[F", b"\x1b[H"], [b"G", b"g"], times // 6),
        ("view: filter and sort", [b"4", b"7", b"1"], [b"4", b"7", b"1"], times // 10),
    )
    for what, mine, limits, count in acts:
        ours, floors = Keys(app).repeat(mine, count), Keys(low).repeat(limits, count)
        compare(size, what + where, ours, floors)
        if where:
            row(size, f"{what}{where}: first byte", ours.first, floors.first)


def saves(size, mdt, scenes, floor, folder):
    """A plan with one goal changed, signed as the next version: what the key waits for before it says so."""
    store = f"{folder}/{size}.mdt"
    command = [scenes, "saves", "60", store, "--account", getpass.getuser()]
    row(size, "save: sign a plan (in process)", numbers(command), numbers([floor, "sync", f"{folder}/sync", "60"]))
    if not shutil.which("strace"):
        return
    calls = {}
    for count in ("10", "40"):
        command[2] = count
        trace = subprocess.run(
            ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range"] + command, capture_output=True, text=True)
        calls[count] = len(re.findall(r"\b(?:fsync|fdatasync)\(\d", trace.stderr))
    row(size, "save: syncs to the disk", [(calls["40"] - calls["10"]) / 30], [1], "syncs a save")


AUDITED = 200_000


def lengthen(store, rows):
    """Appends audit rows as mdt does: each with the hash of the one before it and of its own fields (AuditChain)."""
    def text(value):
        return struct.pack(">Q", len(value.encode())) + value.encode()

    def optional(value):
        return b"\0" if value is None else b"\1" + struct.pack(">q", value)

    database = sqlite3.connect(store)
    last = database.execute("SELECT seq, at, staff_id, staff_name, role, organisation, workstation, hash FROM audit_event ORDER BY seq DESC LIMIT 1").fetchone()
    patient = database.execute("SELECT id FROM patient LIMIT 1").fetchone()[0]
    sequence, fields, previous = last[0], list(last[1:7]), last[7]
    made = []
    for number in range(rows):
        sequence += 1
        rest = ["record", hashlib.sha256(b"%d" % number).hexdigest() if number % 3 == 0 else ""]
        versions = (number, number + 1) if rest[1] else (None, None)
        what = ["update" if rest[1] else "view", f"patient {patient}"]
        said = text(previous) + struct.pack(">q", sequence) + b"".join(map(text, fields)) + b"\1" + text(patient)
        said += b"".join(map(text, what)) + b"".join(map(optional, versions)) + b"".join(map(text, rest))
        digest = hashlib.sha256(said).hexdigest()
        made.append((sequence, *fields, patient, *what, *versions, *rest, previous, digest, None))
        previous = digest
    database.executemany(f"INSERT INTO audit_event VALUES ({', '.join('?' * 17)})", made)
    database.execute("UPDATE audit_head SET seq = ?, hash = ?, count = count + ?", (sequence, previous, rows))
    database.commit()
    database.close()


def audit(size, mdt, folder):
    """Verifying the chain, on a copy of the store: rows a second of the clock, and of the processor."""
    store = f"{folder}/audited.mdt"
    shutil.copyfile(f"{folder}/{size}.mdt", store)
    os.chmod(store, 0o600)
    lengthen(store, AUDITED)
    clock, processor = [], []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        out = subprocess.run([mdt, "--store", store, "audit", "verify", "--plain"], capture_output=True, text=True, check=True)
        took = time.monotonic() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        rows = int(out.stdout.split("\t")[1])
        clock.append(rows / took)
        processor.append(rows / (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    row(size, "audit verified", clock, None, "rows a second")
    row(size, "audit verified: processor", processor, None, "rows a processor second")
    for suffix in ("", "-wal", "-shm", ".lock"):
        if os.path.exists(store + suffix):
            os.remove(store + suffix)


def backups(size, mdt, folder):
    """MB of the store a second, both ways, beside a plain copy with sync (the limit)."""
    store, place = f"{folder}/{size}.mdt", f"{folder}/backups"
    megabytes, rates = os.path.getsize(store) / 1e6, ([], [], [])
    for turn in range(3):
        shutil.rmtree(place, ignore_errors=True)
        os.mkdir(place)
        key, backup, trial = f"{place}/key", f"{place}/backup", f"{place}/trial"
        subprocess.run([mdt, "keys", "new", key], check=True, capture_output=True)
        commands = (
            [mdt, "--store", store, "backup", backup, "--recipient", key],
            [mdt, "--store", trial, "restore", backup, "--key", key], ["dd", f"if={store}", f"of={place}/copy", "bs=1M", "conv=fsync"],
        )
        for command, values in zip(commands, rates):
            start = time.monotonic()
            subprocess.run(command, check=True, capture_output=True)
            values.append(megabytes / (time.monotonic() - start))
    shutil.rmtree(place)
    row(size, "backup", rates[0], rates[2], "MB/s"), row(size, "restore", rates[1], rates[2], "MB/s")


def main():
    mdt, scenes, floor, folder = sys.argv[1:5]
    print(f"{'people':>9}  {'quantity':<36} {'median':>9} {'p99':>9} {'n':>5}  {'limit':>9} {'its p99':>9} {'ratio':>8}")
    sizes = list(map(int, sys.argv[5:]))
    for size in sizes:
        measure(size, mdt, floor, folder)
        saves(size, mdt, scenes, floor, folder)
        backups(size, mdt, folder)
    # How many people there are makes no difference to it.
    audit(sizes[0], mdt, folder)


if __name__ == "__main__":
    main()
