"""Promise 5: saving answers quickly with forty people at work: forty programs, one save a second each.

In short mode nothing is timed: every save is kept and nobody is told that the store is busy. Shown to be able to fail: a
program that holds the store's lock for six seconds makes savers say that it is busy, which is looked for.

EVERY ENGINE: it uses the store only through `mdt-load`.
"""

import fcntl, os, time
from harness import *

PEOPLE = 40
FIRST = 10


def body():
    elsewhere = folder(elsewhere=True)
    store = make_store(folder(), people=400)
    seconds = pick(6, 60)
    files = [os.path.join(elsewhere, f"told{place}") for place in range(PEOPLE)]
    times = [os.path.join(elsewhere, f"times{place}") for place in range(PEOPLE)]
    begin = time.time() + pick(5, 15)
    said = finish([start(LOAD, "save", store, "--writer", place, "--of", PEOPLE, "--every", 1, "--seconds", seconds,
                         "--start", begin, "--acknowledge", files[place], "--latencies", times[place], "--go-on", "yes")
                   for place in range(PEOPLE)], timeout=seconds + 300)
    status, counts, words = verify(store, *files)
    busy, failures = counted(said, "busy"), counted(said, "failures")
    took = latencies(times)
    if status != 0 or busy or failures:
        print(f"  {words} {[err for _, err in said if err][:3]}")
    if not GIVEN:
        hold_the_lock(store, elsewhere)
    kept = status == 0 and busy == 0 and failures == 0 and counts["acknowledged"] == counted(said, "saved")
    # A session's first saves cost more than its others, above all on a server, and here all forty begin in one second.
    settled = sorted(time for path in times for time in [int(line) for line in open(path)][FIRST:])
    figure = f"{told(took)} (p99 {share(settled, 99):.1f} ms after the first {FIRST} of each), {busy} told that it is busy, {counts.get('lost', -1)} lost"
    if not FULL:
        return report(5, f"{counts.get('lost', -1)} lost of {len(took)}, {busy} told that it is busy (not timed)", kept)
    quick = share(took, 99) < 250 and took[-1] < 2_000_000
    if not quick or busy:
        explain(store, elsewhere)
    return report(5, figure, kept and quick)


def explain(store, elsewhere):
    """Writers stand in one queue: what one of them takes by itself says how much of it is waiting for others."""
    times = os.path.join(elsewhere, "alone")
    finish([start(LOAD, "save", store, "--seconds", 15, "--latencies", times, "--acknowledge", os.path.join(elsewhere, "one"))])
    with open(times) as file:
        alone = [int(line) / 1000 for line in file]
    mean = sum(alone[FIRST:]) / max(len(alone[FIRST:]), 1)
    why(5, f"{'On a server' if GIVEN else 'In a file'} one person who saves alone and without a pause, on the same machine right "
           f"after it, waits {alone[0]:.0f} ms for the first save, {alone[1]:.0f} ms for the second and then {mean:.0f} ms; writers "
           f"stand in one queue, and what {PEOPLE} begin in one second is behind for long where the first saves cost so much.")


def hold_the_lock(store, elsewhere):
    saver = start(LOAD, "save", store, "--every", 0.2, "--seconds", 7, "--go-on", "yes", "--acknowledge",
                  os.path.join(elsewhere, "held"))
    # Once it is at work, so that the lock meets a save.
    while not os.path.exists(os.path.join(elsewhere, "held")) or not os.path.getsize(os.path.join(elsewhere, "held")):
        time.sleep(0.02)
    with open(store + ".lock", "r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        time.sleep(6)
    if counted(finish([saver]), "busy") == 0:
        raise Ended("a lock that is held for six seconds makes nobody wait: this harness would not see it")


main(body)
