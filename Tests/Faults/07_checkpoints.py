"""Promise 7: our own concurrency cannot damage the file (store.md 1.1: Debian's SQLite damages a store in which two
programs fold the log in at once).

Four writers of the smallest change that there is (a view of one's own), two of care plans, all through the store, and two
outside programs that fold the log in, again and again, and keep to the store's lock. Afterwards the file is whole, and so
is the audit's chain. Where a machine is too slow for 200,000 commits in ten minutes the run is told as short.

That a commit that is not there is seen is shown in every run, by an acknowledgement of one that never was. What the lock
is for is shown in full mode: the same with outside programs that do not keep to the lock, as a cron job with
`PRAGMA wal_checkpoint` would be. What becomes of it is told as a fact, and whether `mdt doctor` says so.
"""

import fcntl, os, sqlite3, threading, time
from harness import *

WANTED = 200_000
OUTSIDE = """
import fcntl, random, sqlite3, sys, time
store, keeps_to_lock = sys.argv[1], sys.argv[2] == "yes"
lock = open(store + ".lock", "r+")
connection = sqlite3.connect(store, isolation_level=None, timeout=2)
connection.execute("PRAGMA synchronous=FULL")
done = faults = 0
end = time.monotonic() + float(sys.argv[3])
while time.monotonic() < end:
    if keeps_to_lock: fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        connection.execute("PRAGMA wal_checkpoint(%s)" % random.choice(["PASSIVE", "PASSIVE", "TRUNCATE"])).fetchall()
        done += 1
    except sqlite3.Error as error:
        faults += 1
    finally:
        if keeps_to_lock: fcntl.flock(lock, fcntl.LOCK_UN)
    time.sleep(random.random() * (0.2 if keeps_to_lock else 0.002))
print("checkpoints", done, "refused", faults)
"""


def torture(seconds, keeps_to_lock):
    elsewhere = folder(elsewhere=True)
    store = make_store(folder(), people=400)
    files = [os.path.join(elsewhere, f"told{place}") for place in range(6)]
    outside = [start("python3", "-c", OUTSIDE, store, "yes" if keeps_to_lock else "no", seconds) for _ in range(2)]
    writers = [start(LOAD, "view", store, "--writer", place, "--seconds", seconds, "--go-on", "yes",
                     "--acknowledge", files[place]) for place in range(4)]
    writers += [start(LOAD, "save", store, "--writer", place, "--of", 2, "--small", "yes", "--seconds", seconds, "--every", 0.5,
                      "--go-on", "yes", "--acknowledge", files[place + 4]) for place in range(2)]
    said = [program.communicate(timeout=seconds + 300) for program in writers + outside]
    ended = [program.returncode for program in writers]
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    try:
        check = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        check = str(error)
    connection.close()
    status, counts, words = verify(store, *files)
    doctor, out, err = run(MDT, "--store", store, "doctor")
    false = os.path.join(elsewhere, "false")
    with open(false, "w") as file:
        file.write("view\t0\t1\t\tload-0\t1\t0\tw0v999999999\n")
    if verify(store, false)[0] == 0:
        raise Ended("a commit that never was is not missed: this harness would not see a loss")
    return dict(plans=counted(said[4:6], "saved"), saved=counted(said, "saved"), checkpoints=counted(said, "checkpoints"), check=check, status=status,
                counts=counts, words=words, doctor=doctor, failed=[err for _, err in said if err], ended=ended)


def body():
    seconds = pick(8, int(os.environ.get("LASTS", "600")))
    found = torture(seconds, True)
    whole = found["check"] == "ok" and found["status"] == 0 and set(found["ended"]) == {0} and not found["failed"]
    if not whole:
        print(f"  {found}")
    if FULL:
        free = torture(min(seconds, 60), False)
        fact("an outside program that folds the log in without the store's lock, beside six writers for 60 s: "
             f"integrity_check says {free['check'][:60]!r}, mdt doctor ends with {free['doctor']}, "
             f"{free['counts'].get('lost', 'not counted')} lost of {free['saved']:,}, {len(free['failed'])} writers told of a failure")
    enough = found["saved"] >= WANTED
    figure = (f"integrity_check {found['check']}, {found['counts'].get('lost', -1)} lost of {found['saved']:,} commits"
              f" ({found['plans']:,} of plans) beside {found['checkpoints']:,} outside checkpoints")
    if FULL:
        figure += f" in {seconds / 60:.0f} min" + ("" if enough else f" ({WANTED:,} wanted)")
    if FULL and not enough:
        why(7, f"Everything was clean, but {found['saved'] / seconds:.0f} commits a second are what this machine makes beside "
               f"the outside checkpoints; {WANTED / 600:.0f} are wanted.")
    return report(7, figure, whole and found["plans"] > 0 and found["checkpoints"] > 10, enough)


main(body)
