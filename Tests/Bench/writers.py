#!/usr/bin/env python3
"""How fast 1, 8 and 40 people save at once, and how reading goes beside them, on a file and on a server.

    writers.py LOAD FLOOR INSERTS FOLDER [OTHER_LOAD]      within Tests/Server/with-server.sh, MDT_TEST_SERVER_FSYNC=on

Writers are programs of their own that save without a pause, each its own people's plans, after reading them. The limits
are measured between them in the same run: as many programs that append 4 KiB to one file under one lock and sync it; as
many connections that INSERT 4 KiB. The file with what was acknowledged lies in memory, so that its syncs cost nothing.
With OTHER_LOAD, another build of mdt-load, the two save in turn and the other is the limit of "beside".
"""
import os, shutil, subprocess, sys, tempfile, time

from bench import percentile, row

WRITERS = (1, 8, 40)
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "5"))
PEOPLE = 414
READ_BESIDE = 8


class Run:
    """What came of writers at work for a while: milliseconds of each save, by writer, and saves a second."""

    def __init__(self, times, busy=0):
        self.times, self.busy = times, busy
        self.rate = sum(map(len, times)) / SECONDS


def limit(command):
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    by = {}
    for line in out.splitlines():
        writer, took = line.split()
        by.setdefault(writer, []).append(float(took) / 1000)
    return Run(list(by.values()))


def numbers(path):
    with open(path) as lines:
        return [int(line) / 1000 for line in lines]


def begin(load, store, writers, folder):
    """Starts writers that begin together, once all of them have opened the store."""
    start = time.time() + 1 + 0.15 * writers
    command = [load, "save", store, "--of", str(writers), "--seconds", str(SECONDS), "--start", str(start), "--go-on", "yes"]
    programs = []
    for writer in range(writers):
        files = ["--acknowledge", f"{folder}/told{writer}", "--latencies", f"{folder}/times{writer}"]
        if os.path.exists(files[3]):
            os.remove(files[3])
        programs.append(subprocess.Popen(
            command + ["--writer", str(writer), "--seed", str(int(start))] + files, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    return programs, start


def ended(programs, folder):
    said = [program.communicate(timeout=SECONDS + 120) for program in programs]
    if any(program.returncode for program in programs):
        sys.exit(f"writers: a writer failed: {[err for _, err in said if err][:3]}")
    # saved N conflicts N busy N failures N
    counts = [list(map(int, out.split()[1::2])) for out, _ in said]
    if any(count[1] or count[3] for count in counts):
        sys.exit(f"writers: saves failed: {[err for _, err in said if err][:3]}")
    return Run([numbers(f"{folder}/times{writer}") for writer in range(len(programs))], sum(count[2] for count in counts))


def save(load, store, writers, folder):
    return ended(begin(load, store, writers, folder)[0], folder)


def read(load, store, folder):
    times = f"{folder}/pages"
    if os.path.exists(times):
        os.remove(times)
    subprocess.run([load, "read", store, "--seconds", str(SECONDS), "--latencies", times], check=True, capture_output=True)
    return numbers(times)


def all_times(runs):
    return [took for run in runs for times in run.times for took in times]


def tell(what, mine, limits, note=""):
    row(PEOPLE, f"{what}: commits{note}", [run.rate for run in mine], [run.rate for run in limits], "a second")
    row(PEOPLE, f"{what}: a save{note}", all_times(mine), all_times(limits))


def measure(engine, loads, store, floor, folder):
    for writers in WRITERS:
        what, limits, runs = f"{engine}, {writers}", [], [[] for _ in loads]
        for _ in range(ROUNDS):
            limits.append(limit([str(writers) if word == "N" else word for word in floor]))
            for load, found in zip(loads, runs):
                found.append(save(load, store, writers, folder))
        mine = runs[0]
        tell(what, mine, limits)
        each = [percentile(times, 0.99) for run in mine for times in run.times if times]
        row(PEOPLE, f"{what}: each writer's p99", each, [percentile(times, 0.99) for run in limits for times in run.times if times])
        row(PEOPLE, f"{what}: the worst save", [max(all_times(mine))], [max(all_times(limits))])
        row(PEOPLE, f"{what}: told it is busy", [sum(run.busy for run in mine)], None, "saves")
        for other in runs[1:]:
            tell(what, mine, other, " beside")
    alone, beside = [], []
    for _ in range(ROUNDS):
        alone += read(loads[0], store, folder)
        programs, start = begin(loads[0], store, READ_BESIDE, folder)
        time.sleep(max(start - time.time(), 0))
        beside += read(loads[0], store, folder)
        ended(programs, folder)
    row(PEOPLE, f"{engine}: a page beside {READ_BESIDE} writers", beside, alone)


def main():
    load, floor, inserts, place = sys.argv[1:5]
    loads = [load] + sys.argv[5:]
    print("Beside writers the limit of a page is one that is read while nobody writes.")
    server = os.environ.get("MDT_TEST_SERVER") or sys.exit("writers: Tests/Server/with-server.sh is wanted round it")
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    folder = tempfile.mkdtemp(prefix="mdt-bench-", dir=memory)
    stores = tempfile.mkdtemp(prefix="writers-", dir=place)
    try:
        subprocess.run(["createdb", f"--host={server}", "bench"], check=True)
        for engine, store, floors in (
            ("file", f"{stores}/mdt.store", [floor, "queue", f"{stores}/limit", "N", str(SECONDS)]),
            ("server", f"postgresql:///bench?host={server}", [inserts, f"host={server} dbname=bench", "N", str(SECONDS)]),
        ):
            subprocess.run([load, "make", store, "--people", "400"], check=True, capture_output=True)
            measure(engine, loads, store, floors, folder)
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(stores)


main()
