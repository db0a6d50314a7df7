"""Promise 8: on a full or failing disk people are told, can read, nothing is half done, and work goes on without a
restart once the fault is gone.

shims/faults.c makes calls on the store's files fail while the program runs: no space, a failing disk, a write that is
cut short, a sync that fails; once, or until the fault is taken away; in a save, in a draft, when the log is folded in,
when the store is opened, when something is printed to a file.

Shown to be able to fail: in every run one writer's acknowledgement is written although its save failed (a save that
nobody made is looked for), and must be missed.
"""

import os, re, time
from harness import *

SHIM = None
SENTENCES = re.compile(r"[.](?= |$)")


class Fault:
    """One store, and a disk under it that fails when it is told to."""

    rounds = 0

    def __init__(self):
        self.at = folder()
        self.elsewhere = folder(elsewhere=True)
        self.store = make_store(self.at)
        self.control = os.path.join(self.elsewhere, "control")
        self.hits = os.path.join(self.elsewhere, "hits")
        self.told = os.path.join(self.elsewhere, "told")
        self.errors = os.path.join(self.elsewhere, "errors")
        self.env = {"LD_PRELOAD": SHIM, "FAULTS_FOLDER": self.at, "FAULTS_CONTROL": self.control,
                    "FAULTS_HITS": self.hits}

    def set(self, words):
        Fault.rounds += 1
        with open(self.control + ".new", "w") as file:
            file.write(f"{Fault.rounds} {words}" if words else "")
        os.rename(self.control + ".new", self.control)

    def lines(self, path):
        if not os.path.exists(path):
            return []
        with open(path, errors="replace") as file:
            return file.read().splitlines()

    def begin(self, verb, *options):
        self.out = open(os.path.join(self.elsewhere, "out"), "w")
        self.err = open(self.errors, "w")
        self.program = start(
            LOAD, verb, self.store, "--acknowledge", self.told, "--go-on", "yes", "--seconds", 600, *options,
            stdout=self.out, stderr=self.err, env=self.env)

    def wait(self, what, condition, patience=60):
        end = time.monotonic() + patience
        while not condition():
            if time.monotonic() > end:
                raise Ended(f"{what} did not happen in {patience} s")
            if self.program.poll() is not None:
                raise Ended(f"the program ended by itself ({self.program.returncode}): {self.lines(self.errors)[-3:]}")
            time.sleep(0.02)

    def acknowledged(self):
        return len(self.lines(self.told))

    def wait_for_more(self, what, more=3):
        now = self.acknowledged()
        self.wait(what, lambda: self.acknowledged() >= now + more)

    def end(self):
        self.program.kill()
        self.program.wait()


def three_sentences(line):
    text = line.split(": ", 1)[1]
    return len(SENTENCES.findall(text)) == 3 and "has no words for" not in text and "gave code" not in text


def during(verb, words, options=(), mostly_fails=True, reads=True):
    """A writer at work, a fault that comes and goes, and what became of it all."""
    fault = Fault()
    fault.set("")
    fault.begin(verb, "--every", "0.02", *options)
    try:
        fault.wait_for_more("the first saves", 2)
        fault.set(words)
        fault.wait("the fault", lambda: len(fault.lines(fault.hits)) >= 1)
        if mostly_fails:
            fault.wait("a failure that is told", lambda: any(
                line.startswith("FAILED") for line in fault.lines(fault.errors)))
        if "always" in words and not mostly_fails:
            fault.wait_for_more("saving beside a fault that does not concern it", 40)
        if reads:
            status, out, err = run(MDT, "--store", fault.store, "list", "--plain", env=fault.env)
            if status != 0 or "Begum" not in out:
                raise Ended(f"the list was not read meanwhile: {status} {out}{err}")
        fault.set("")
        fault.wait_for_more("work going on without a restart", 5)
    except Ended as ended:
        return f"{verb}, {words}: {ended}"
    finally:
        fault.end()
    errors = [line for line in fault.lines(fault.errors) if line.startswith("FAILED")]
    untold = [line for line in errors if not three_sentences(line) or line.startswith("FAILED damaged")]
    if untold:
        return f"{verb}, {words}: told badly: {untold[0]}"
    status, counts, said = verify(fault.store, fault.told)
    if status != 0:
        return f"{verb}, {words}: {said}"
    during.acknowledged += counts["acknowledged"]
    during.failures += len(errors)
    return None


during.acknowledged = during.failures = 0


def opening(words, reads):
    """Opening a store on a disk that fails; afterwards it opens as ever, and nothing has changed."""
    fault = Fault()
    fault.set("")
    fault.begin("save", "--every", "0.01")
    fault.wait_for_more("the first saves", 4)
    fault.end()  # what was saved stands in the log, which the next to open reads
    fault.set(words)
    status, out, err = run(MDT, "--store", fault.store, "list", "--plain", env=fault.env)
    if not fault.lines(fault.hits):
        return f"opening, {words}: no call was made to fail"
    if reads and status != 0:
        return f"opening, {words}: nothing could be read: {err}"
    if status != 0 and (status not in (69, 75) or len(SENTENCES.findall(err.strip().splitlines()[0])) < 3
                        or "damaged" in err):
        return f"opening, {words}: status {status}: {err}"
    fault.set("")
    status, out, err = run(MDT, "--store", fault.store, "list", "--plain", env=fault.env)
    if status != 0 or "Begum" not in out:
        return f"opening, {words}: not afterwards either: {err}"
    status, counts, said = verify(fault.store, fault.told)
    return None if status == 0 else f"opening, {words}: {said}"


def printing(words):
    """A list that is printed to a file on a full disk is never cut short in silence."""
    fault = Fault()
    fault.set(words)
    path = os.path.join(fault.at, "list.txt")
    with open(path, "w") as out:
        program = subprocess.run([MDT, "--store", fault.store, "list"], stdin=subprocess.DEVNULL, stdout=out,
                                 stderr=subprocess.PIPE, text=True, env={**os.environ, **fault.env})
    if program.returncode != 73 or "Not everything was printed." not in program.stderr:
        return f"printing, {words}: status {program.returncode}: {program.stderr}"
    return None


def one(job):
    return job[0](*job[1:])


def body():
    global SHIM
    SHIM = shim("faults")
    save = [
        "ENOSPC write -wal 1 always", "EIO write -wal 3 always", "SHORT write -wal 2 always", "SHORT write -wal 2 once",
        "ENOSPC write -wal 5 once", "EIO sync -wal 1 always", "EIO sync -wal 1 once", "ENOSPC write -wal 30 always",
        "EIO write -wal 1 once", "ENOSPC write * 1 always",
    ]
    draft = [
        "ENOSPC write .drafts 1 always", "EIO sync .drafts 1 always", "SHORT write .drafts 1 always",
        "ENOSPC open .drafts/0 1 always", "EIO move .drafts 1 always", "EIO sync .drafts 2 once",
    ]
    checkpoint = [
        "ENOSPC write =store.mdt 1 always", "EIO sync =store.mdt 1 always", "EIO write =store.mdt 5 always",
        "SHORT write =store.mdt 3 always", "EIO cut -wal 1 always",
    ]
    # At opening, lists can be read where only writing fails (decision 12).
    opening_faults = [
        ("ENOSPC write * 1 always", True), ("EIO write * 1 always", False), ("ENOSPC open -shm 1 always", False),
        ("EIO read * 1 always", False), ("EIO read =store.mdt 3 once", False), ("EIO read -wal 1 always", False),
    ]
    jobs = []
    jobs += [(during, "save", words, (), "once" not in words or "SHORT" not in words) for words in save]
    jobs += [(during, "draft", words) for words in draft]
    jobs += [(during, "save", words, ("--every", "0"), False) for words in checkpoint]
    jobs += [(opening, words, reads) for words, reads in opening_faults]
    jobs += [(printing, "ENOSPC write list.txt 1 always"), (printing, "SHORT write list.txt 1 always")]
    if FULL:
        # Every write and sync of a save, one after the other.
        jobs += [(during, "save", f"{what} {call} -wal {nth} {how}") for nth in range(1, 80, 3)
                 for what, call in (("ENOSPC", "write"), ("EIO", "write")) for how in ("once", "always")]
    found = [answer for answer in together(jobs, one, threads=3) if answer]
    for answer in found:
        print(f"  {answer}")
    blind = Fault()
    with open(blind.told, "w") as file:
        file.write("save\t0\t1\tnobody\tno-plan\t7\t0\tnever saved\n")
    if verify(blind.store, blind.told)[0] != 65:
        raise Ended("a save that never was is not missed: this harness would not see a loss")
    return report(8, f"0 lost of {during.acknowledged:,} in {len(jobs) - len(found)} of {len(jobs)} kinds of fault,"
                     f" {during.failures:,} failures told", not found)


main(body)
