"""Promise 22: an upgrade keeps what was there, wherever it is interrupted, and an older program refuses a newer store.

Every schema that was released stands in released/ as SQL text. A store is made of each and opened by the program as it
is now, which brings it up to date; the program is killed at its first call on the store's files, at its second, ..., before a write and in
the middle of it, until it gets through. After each, the store is opened again: every row that was there is there. The
same is done to a store that is being made.

Shown to be able to fail: a row is deleted from a copy, and the comparison must see it.
"""

import glob, os, pwd, shutil, sqlite3
from harness import *

# What opening and working add to, and what follows the day.
MOVING = {"store", "undo_entry", "caseload_entry", "sqlite_sequence"}


def make(released, at):
    store = os.path.join(at, "store.mdt")
    with open(released) as file:
        text = file.read().replace("@ACCOUNT@", pwd.getpwuid(os.getuid()).pw_name)
    os.close(os.open(store, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(store, isolation_level=None)
    if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
        raise Ended("this disk cannot keep a log")
    connection.executescript(f"BEGIN;\n{text}\nCOMMIT;")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return store


def columns_of(released_store):
    connection = sqlite3.connect(f"file:{released_store}?mode=ro", uri=True)
    tables = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE '%_search_%' ORDER BY name")]
    found = {table: [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')] for table in tables}
    connection.close()
    return found


def rows(store, columns):
    """Every row of every table in the columns that the released schema had."""
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    found = {}
    for table, names in columns.items():
        if table not in MOVING:
            chosen = ", ".join(f'"{name}"' for name in names)
            found[table] = set(connection.execute(f'SELECT {chosen} FROM "{table}"'))
    connection.close()
    return found


def version(store):
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return number


def missing(before, store, columns):
    after = rows(store, columns)
    return [table for table in before
            if table != "audit_head" and not before[table] <= after[table]]


def interrupted(released, what, nth, shim, before, columns):
    """Killed at the nth write, then opened again: whether it was killed, and what is wrong."""
    at, elsewhere = folder(), folder(elsewhere=True)
    store = make(released, at)
    control, hits = os.path.join(elsewhere, "control"), os.path.join(elsewhere, "hits")
    with open(control, "w") as file:
        file.write(f"1 {what} any * {nth} once")
    env = {"LD_PRELOAD": shim, "FAULTS_FOLDER": at, "FAULTS_CONTROL": control, "FAULTS_HITS": hits}
    status, _, err = run(MDT, "--store", store, "settings", "--plain", env=env)
    was_killed = os.path.exists(hits)
    if was_killed != (status == -9):
        return was_killed, f"status {status}: {err}"
    status, counts, words = verify(store)
    if status == 0:
        status, _, words = run(MDT, "--store", store, "list", "--plain")
    fault = words if status != 0 else None
    if not fault and (gone := missing(before, store, columns)):
        fault = f"rows of {', '.join(gone)} are not what they were"
    for made in (at, elsewhere):
        shutil.rmtree(made)
    return was_killed, fault


def interrupted_making(what, nth, shim):
    """`mdt init` killed at its nth call, then given again: there is one whole store, whichever of the two made it."""
    at, elsewhere = folder(), folder(elsewhere=True)
    store = os.path.join(at, "store.mdt")
    control, hits = os.path.join(elsewhere, "control"), os.path.join(elsewhere, "hits")
    with open(control, "w") as file:
        file.write(f"1 {what} any * {nth} once")
    env = {"LD_PRELOAD": shim, "FAULTS_FOLDER": at, "FAULTS_CONTROL": control, "FAULTS_HITS": hits}
    init = [MDT, "--store", store, "init", "--name", "Jo Francis", "--role", "care_navigator", "--organisation", "R9904"]
    run(*init, env=env)
    was_killed = os.path.exists(hits)
    status, _, words = run(*init)
    fault = None if status in (0, 73) else words
    if not fault:
        status, _, words = verify(store)
        fault = words if status != 0 else None
    if not fault and (left := [name for name in os.listdir(at) if ".making" in name]):
        fault = f"{left} is left"
    for made in (at, elsewhere):
        shutil.rmtree(made)
    return was_killed, fault


def all_places(body, step):
    """Kills at the first call, the next, ..., until the program gets through; how often, and what was wrong."""
    kills, bad = 0, []
    for what in ("KILL", "KILLHALF"):
        nth = 1
        while True:
            found = together(list(range(nth, nth + 4 * step, step)), lambda number: body(what, number))
            kills += sum(was_killed for was_killed, _ in found)
            bad += [f"{what} near call {nth}: {fault}" for _, fault in found if fault]
            nth += 4 * step
            if not found[-1][0]:
                break
    return kills, bad


def body():
    faults = shim("faults")
    schemas = sorted(glob.glob(os.path.join(HERE, "released", "*.sql")))
    kills, bad = 0, []
    for released in schemas:
        name = os.path.basename(released)
        at = folder()
        store = make(released, at)
        columns = columns_of(store)
        before = rows(store, columns)
        old = version(store)
        must(MDT, "--store", store, "list", "--plain")
        status, _, words = verify(store)
        if status != 0 or missing(before, store, columns):
            bad.append(f"{name}: {words} {missing(before, store, columns)}")
        # A newer file is refused by this program, as this one's is by the one before it, and left as it is.
        newest = version(store)
        connection = sqlite3.connect(store, isolation_level=None)
        connection.execute(f"PRAGMA user_version = {newest + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        content = open(store, "rb").read()
        status, _, words = run(MDT, "--store", store, "list")
        if status != 69 or "newer mdt" not in words or open(store, "rb").read() != content:
            bad.append(f"{name}: a newer store was not refused: {status} {words}")
        killed, wrong = all_places(
            lambda what, nth: interrupted(released, what, nth, faults, before, columns), pick(17, 1))
        kills += killed
        bad += [f"{name}, {fault}" for fault in wrong]
        print(f"  {name}: schema {old} to {newest}, {kills} interruptions", flush=True)
        shutil.rmtree(at)
        store = make(released, folder())
        connection = sqlite3.connect(store, isolation_level=None)
        connection.execute("DELETE FROM coded_item WHERE rowid IN (SELECT rowid FROM coded_item LIMIT 1)"
                           if "coded_item" in columns else "DELETE FROM setting WHERE key = (SELECT min(key) FROM setting)")
        connection.close()
        if not missing(before, store, columns):
            raise Ended("a row that is gone is not missed: this harness would not see a loss")
    killed, wrong = all_places(lambda what, nth: interrupted_making(what, nth, faults), pick(61, 1))
    print(f"  a store being made: {killed} interruptions", flush=True)
    bad += [f"making: {fault}" for fault in wrong]
    for fault in bad[:10]:
        print(f"  {fault}")
    return report(22, f"{len(bad)} lost or refused of {kills} interruptions of upgrades from {len(schemas)} released schemas"
                      f" and {killed} of making a store", not bad)


main(body)
