"""What every harness uses: the programs, a place to work in, figures and how they are told.

A harness gets the folder of the built programs as MDT_BIN, writes `promise<TAB>number<TAB>figure<TAB>met|missed|short`
and, where it knows the cause, `why<TAB>number<TAB>sentence` to the file RESULTS, and ends with 1 when anything was lost, damaged or not as it must be. FAULTS=short leaves out
everything that takes long or depends on how quick the machine is.
"""

import os, pwd, random, shutil, signal, subprocess, sys, tempfile, threading, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BIN = os.environ.get("MDT_BIN") or sys.exit("MDT_BIN is not set: run this by Tests/Faults/run.sh")
MDT, LOAD, SCENES = (os.path.join(BIN, name) for name in ("mdt", "mdt-load", "mdt-scene"))
# The harnesses that drive screens begin in the caseload.
os.environ["MDT_BEGIN"] = "caseload"
FULL = os.environ.get("FAULTS", "full") == "full"
# Where harnesses that make sense on every engine have their stores: postgresql://... is one that is to be made there,
# `server` a database of its own for each on the server that Tests/Server/with-server.sh has started.
GIVEN = os.environ.get("STORE", "")
NAME = os.path.splitext(os.path.basename(sys.argv[0]))[0]
SEED = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1, 1 << 30)

_folders = []
_programs = []
_databases = []


def folder(elsewhere=False):
    """A folder of one's own; `elsewhere` is another disk (memory), for what was told to people."""
    at = "/dev/shm" if elsewhere and os.access("/dev/shm", os.W_OK) else None
    made = tempfile.mkdtemp(prefix=f"mdt-faults-{NAME}.", dir=at)
    _folders.append(made)
    return made


def pick(short, full):
    return full if FULL else short


def shim(name):
    """Compiles a shim and gives its path."""
    made = os.path.join(folder(), f"{name}.so")
    subprocess.run(
        ["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", made,
         os.path.join(HERE, "shims", f"{name}.c"), "-ldl"], check=True)
    return made


class Ended(Exception):
    pass


def start(*command, env=None, **how):
    """Starts a program; its words go to pipes."""
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "errors": "replace", **how}
    program = subprocess.Popen(
        [str(word) for word in command], stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})}, **how)
    _programs.append(program)
    return program


def run(*command, env=None, timeout=600):
    """Runs a program to its end: status, output, errors."""
    program = start(*command, env=env)
    try:
        out, err = program.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        program.kill()
        out, err = program.communicate()
        raise Ended(f"{' '.join(map(str, command))} did not end in {timeout} s: {err}")
    _programs.remove(program)
    return program.returncode, out, err


def must(*command, env=None, timeout=600):
    status, out, err = run(*command, env=env, timeout=timeout)
    if status != 0:
        raise Ended(f"{' '.join(map(str, command))} ended with {status}: {out}{err}")
    return out


def imported_store(at, people):
    """People imported as anybody would, and two thousand plans. As in Tests/Bench/run.sh."""
    store, samples = os.path.join(at, "store.mdt"), os.path.join(at, "samples")
    must(MDT, "sample", samples, "--people", people, "--seed", 2016)
    must(MDT, "--store", store, "init", "--name", "Jo Francis", "--role", "care_navigator", "--organisation", "R9904")
    for kind in ("organisations", "practices", "staff"):
        must(MDT, "--store", store, "import", kind, os.path.join(samples, f"{kind}.csv"))
    file = next(name for name in os.listdir(samples) if name.startswith("caseload-borough"))
    must(MDT, "--store", store, "import", "caseload", os.path.join(samples, file), "--accept-good",
         "--rejects", os.path.join(at, "rejects.csv"))
    must(SCENES, "plans", 2000, store, "--account", pwd.getpwuid(os.getuid()).pw_name, timeout=1200)
    shutil.rmtree(samples)
    return store


def make_store(at, people=2):
    """A store of a scene, in a file or where STORE says."""
    store = GIVEN or os.path.join(at, "store.mdt")
    if GIVEN == "server":
        server = os.environ.get("MDT_TEST_SERVER") or sys.exit("STORE=server wants Tests/Server/with-server.sh round it")
        name = f"faults_{NAME}_{os.getpid()}_{len(_databases)}"
        must("createdb", f"--host={server}", name)
        _databases.append(name)
        store = f"postgresql:///{name}?host={server}"
    must(LOAD, "make", store, "--people", people)
    return store


def forget_head(store):
    """The file of the lock goes with the store that it was beside."""
    for end in ("", "-wal", "-shm", ".lock"):
        if os.path.lexists(store + end):
            os.unlink(store + end)


def verify(store, *acknowledgements, head=None, env=None):
    """What `mdt-load verify` finds: status, its counts, its words."""
    more = ["--head", head] if head else []
    status, out, err = run(LOAD, "verify", store, *more, *acknowledgements, env=env, timeout=1800)
    counts = {}
    words = out.split()
    for name, value in zip(words[::2], words[1::2]):
        counts[name] = int(value)
    return status, counts, (out + err).strip()


def finish(programs, timeout=600):
    """Waits for all, gives what each printed; a status other than 0 is a failure of the harness."""
    said = []
    for program in programs:
        out, err = program.communicate(timeout=timeout)
        if program.returncode != 0:
            raise Ended(f"a program ended with {program.returncode}: {out}{err}")
        said.append((out, err))
    return said


def counted(said, name):
    """The sum of a count over what programs printed (`saved 12 conflicts 0`)."""
    total = 0
    for out, _ in said:
        words = out.split()
        total += sum(int(words[i + 1]) for i, word in enumerate(words[:-1]) if word == name)
    return total


def latencies(paths):
    times = []
    for path in paths:
        with open(path) as file:
            times += [int(line) for line in file if line.strip()]
    return sorted(times)


def share(times, part):
    """The time within which so many of a hundred were done, in milliseconds."""
    return times[min(len(times) - 1, int(len(times) * part / 100))] / 1000 if times else float("nan")


def told(times):
    return (f"p50 {share(times, 50):.1f} ms, p99 {share(times, 99):.1f} ms, "
            f"worst {times[-1] / 1000 if times else float('nan'):.1f} ms of {len(times):,}")


def report(number, figure, met, enough=True):
    """One line for docs/promises.md, and for whoever watches. All that was done may be well and not `enough` of it."""
    state = ("met" if FULL and enough else "short") if met else "missed"
    if GIVEN:
        figure = f"on a server: {figure}"
    print(f"  promise {number}: {figure}: {state}", flush=True)
    path = os.environ.get("RESULTS")
    if path:
        with open(path, "a") as file:
            file.write(f"promise\t{number}\t{figure}\t{state}\n")
    return met


def why(number, words):
    """Why a promise was missed or is short, for the page: a sentence."""
    print(f"  promise {number}: {words}", flush=True)
    path = os.environ.get("RESULTS")
    if path:
        with open(path, "a") as file:
            file.write(f"why\t{number}\t{words}\n")


def fact(words):
    """Something worth knowing that is no promise."""
    print(f"  {words}", flush=True)
    path = os.environ.get("RESULTS")
    if path:
        with open(path, "a") as file:
            file.write(f"fact\t{NAME}\t{words}\n")


def main(body):
    """Runs a harness: prints the seed that gives it again, removes what it made, ends with 1 where it failed."""
    begun = time.monotonic()
    print(f"{NAME} ({'full' if FULL else 'short'}, SEED={SEED})", flush=True)
    random.seed(SEED)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    good = False
    try:
        good = body() is True
    except Ended as ended:
        print(f"FAILED {NAME}: {ended}", flush=True)
    finally:
        for program in _programs:
            if program.poll() is None:
                program.kill()
                program.wait()
        for made in _folders:
            if good or not os.environ.get("KEEP"):
                shutil.rmtree(made, ignore_errors=True)
            else:
                print(f"  kept: {made}")
        print(f"  {time.monotonic() - begun:.0f} s", flush=True)
    sys.exit(0 if good else 1)


def together(jobs, body, threads=2):
    """Runs body(job) for all jobs in a few threads and gives the answers in order."""
    answers = [None] * len(jobs)
    places = iter(range(len(jobs)))
    lock = threading.Lock()
    faults = []

    def work():
        while not faults:
            with lock:
                place = next(places, None)
            if place is None:
                return
            try:
                answers[place] = body(jobs[place])
            except BaseException as fault:
                faults.append(fault)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if faults:
        raise faults[0]
    return answers
