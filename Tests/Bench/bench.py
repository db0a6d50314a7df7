#!/usr/bin/env python3
"""Measures mdt beside its limits, in one run, and prints a table: median, p99, n, the limit's median, and the ratio.

    bench.py MDT FLOOR DATA_FOLDER SIZE...

The clock starts just before a key is written to the pseudo-terminal and stops at the last byte of the answer: a frame
is complete when the program has been quiet for 20 ms. Milliseconds say little on a shared machine; the ratio does.
"""
import fcntl, os, pty, re, select, signal, statistics, struct, subprocess, sys, termios, time

ROWS, COLUMNS = 40, 120
QUIET = 0.020


class Program:
    """One program in a pseudo-terminal of 120 by 40."""

    def __init__(self, command, environment=None):
        self.started = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            env = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", **(environment or {}))
            for name in ("NO_COLOR", "COLUMNS", "LINES"):
                env.pop(name, None)
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        self.seen = b""

    def until_quiet(self, wanted=None, quiet=QUIET, deadline=20.0):
        """Reads until nothing has come for a while; gives the time of the last byte and the bytes read."""
        end = time.monotonic() + deadline
        last, got = None, b""
        while time.monotonic() < end:
            ready, _, _ = select.select([self.fd], [], [], quiet)
            if ready:
                try:
                    chunk = os.read(self.fd, 1 << 16)
                except OSError:
                    break
                if not chunk:
                    break
                last = time.monotonic()
                got += chunk
            elif got and (wanted is None or re.search(wanted, self.seen + got)):
                break
        self.seen = (self.seen + got)[-200_000:]
        return last, got

    def press(self, keys, wanted=None):
        start = time.monotonic()
        os.write(self.fd, keys)
        last, got = self.until_quiet(wanted)
        return ((last or time.monotonic()) - start) * 1000, len(got)

    def anonymous_mib(self):
        total = 0
        with open(f"/proc/{self.pid}/smaps_rollup") as lines:
            for line in lines:
                if line.startswith("Anonymous:"):
                    total += int(line.split()[1])
        return total / 1024

    def cpu_and_wakeups(self):
        with open(f"/proc/{self.pid}/schedstat") as f:
            cpu = int(f.read().split()[0])
        switches = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/status") as lines:
                switches += sum(int(l.split()[1]) for l in lines if l.startswith("voluntary_ctxt"))
        return cpu, switches

    def end(self, keys=b"q"):
        try:
            os.write(self.fd, keys)
            self.until_quiet(deadline=2)
        except OSError:
            pass
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def row(size, what, values, limit=None, unit="ms"):
    median = statistics.median(values)
    text = f"{size:>9,}  {what:<34} {median:9.2f} {percentile(values, 0.99):9.2f} {len(values):5d}"
    if limit:
        base = statistics.median(limit)
        text += f"  {base:9.2f} {median / base if base else 0:7.2f}x"
    print(text + (f"  {unit}" if unit != "ms" else ""), flush=True)


def timed_start(command, wanted, times, environment=None):
    values = []
    for _ in range(times):
        program = Program(command, environment)
        last, _ = program.until_quiet(wanted, quiet=0.15)
        values.append(((last or time.monotonic()) - program.started) * 1000)
        program.end()
    return values


def numbers(command):
    """The floor's microseconds as milliseconds."""
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [float(line) / 1000 for line in out.split()]


def samples(program, keys, times, wanted=None):
    values, sizes = [], []
    for _ in range(times):
        took, count = program.press(keys, wanted)
        values.append(took)
        sizes.append(count)
    return values, sizes


def measure(size, mdt, floor, folder):
    store = f"{folder}/{size}.mdt"
    home = {"XDG_STATE_HOME": f"{folder}/state", "XDG_DATA_HOME": f"{folder}/data"}
    list_ready = rb"NHS No"
    mine = timed_start([mdt, "--store", store], list_ready, 7, home)
    limit = timed_start([floor, "list", store], rb"MDT > Caseload", 7)
    row(size, "start: exec to last byte", mine, limit)

    low = Program([floor, "list", store])
    low.until_quiet(rb"MDT > Caseload", quiet=0.15)
    low_down, low_bytes = samples(low, b"j", 30)
    low_page, low_page_bytes = samples(low, b" ", 60)
    low_end, _ = samples(low, b"G", 1)
    low_memory = low.anonymous_mib()
    low.end()

    app = Program([mdt, "--store", store], home)
    app.until_quiet(list_ready, quiet=0.3)
    first_memory = app.anonymous_mib()
    down, down_bytes = samples(app, b"j", 100)
    row(size, "down", down, low_down)
    row(size, "down: bytes", down_bytes, low_bytes, "bytes")
    page, page_bytes = samples(app, b"\x1b[6~", 100)
    row(size, "page", page, low_page)
    row(size, "page: bytes", page_bytes, low_page_bytes, "bytes")
    ends = []
    for key in (b"\x1b[F", b"\x1b[H") * 15:
        ends.append(app.press(key)[0])
    row(size, "jump to end, to start", ends, low_end)
    sorts = []
    for key in (b"s", b"\x1b") * 6:
        app.press(key)
    for view in (b"4", b"5", b"1", b"7", b"1") * 4:
        sorts.append(app.press(view)[0])
    row(size, "view: filter and sort change", sorts,
        numbers([floor, "query", store, "SELECT * FROM caseload_entry ORDER BY risk_key DESC, row_key DESC LIMIT 38", "60"]))
    letters = []
    app.press(b"/")
    for letter in "begum":
        letters.append(app.press(letter.encode())[0])
    app.press(b"\x1b")
    row(size, "filter: a letter of a name", letters,
        numbers([floor, "query", store,
                 "SELECT * FROM caseload_entry WHERE ' ' || search_text LIKE '% beg%' ORDER BY name_key, row_key LIMIT 38", "30"]))
    app.press(b"g")
    app.press(b"f")
    found = []
    for word in ("begum", "rahman", "9990", "kowalski"):
        for letter in word:
            found.append(app.press(letter.encode())[0])
        app.press(b"\x15")
    row(size, "find: a letter", found,
        numbers([floor, "query", store,
                 "SELECT e.* FROM name_search s CROSS JOIN caseload_entry e ON e.row_key = s.rowid "
                 "WHERE name_search MATCH 'beg*' LIMIT 38", "60"]))
    app.press(b"\x1b")
    app.press(b"\x1b")
    opened = []
    for _ in range(30):
        opened.append(app.press(b"\r", rb"Gender")[0])
        app.press(b"\x1b")
        app.press(b"j")
    row(size, "open a person (audited)", opened, numbers([floor, "sync", f"{folder}/sync", "60"]))
    start = time.monotonic()
    os.write(app.fd, b"j" * 300)
    last, got = app.until_quiet(quiet=0.2)
    row(size, "300 keys at once", [((last or start) - start) * 1000])
    row(size, "300 keys at once: bytes", [len(got)], None, "bytes")
    row(size, "memory at first frame", [first_memory], [low_memory], "MiB anonymous")
    row(size, "memory after all this", [app.anonymous_mib()], [low_memory], "MiB anonymous")
    cpu, switches = app.cpu_and_wakeups()
    time.sleep(5)
    cpu2, switches2 = app.cpu_and_wakeups()
    row(size, "idle: cpu", [(cpu2 - cpu) / 5e6], None, "ms a second")
    row(size, "idle: wake-ups", [(switches2 - switches) / 5], None, "a second")
    app.end()
    save(size, mdt, floor, folder, store, home)


def save(size, mdt, floor, folder, store, home):
    """Key to "saved": the plan editor, one goal changed, published. Needs a person with an activable plan."""
    values = []
    for line in open(f"{folder}/{size}.saves") if os.path.exists(f"{folder}/{size}.saves") else []:
        values.append(float(line))
    if values:
        row(size, "save: publish a plan (in process)", values, numbers([floor, "sync", f"{folder}/sync", "60"]))


def main():
    mdt, floor, folder = sys.argv[1:4]
    print(f"{'people':>9}  {'quantity':<34} {'median':>9} {'p99':>9} {'n':>5}  {'limit':>9} {'ratio':>8}")
    for size in map(int, sys.argv[4:]):
        measure(size, mdt, floor, folder)


main()
