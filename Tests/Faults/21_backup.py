"""Promise 21: a backup restores to the same state. `mdt backup` while four programs save, restored at another place.

Beside the backup a reader keeps every state of the source that it sees, by the audit's head, so that the one that the
backup's manifest names can be looked at afterwards. Compared, table by table and every column of every row: the source
at that head, what the manifest says of it, and the restored store, which has one audit row more and one generation more.
Everything that was acknowledged before the backup began must be in it. In full mode the store is of some 230 MiB, and
how long both took is told.

Shown to be able to fail in every run: a source one audit row further on, and a restored store with one letter of one
name changed, are found to differ by the same comparison.
"""

import hashlib, json, os, shutil, sqlite3, threading, time
from harness import *

LIMIT = 5


def connected(store):
    return sqlite3.connect(f"file:{store}?mode=ro", uri=True, isolation_level=None, check_same_thread=False, timeout=5)


class States(threading.Thread):
    """Every state of a store from now on: a read transaction each, known by its head."""

    def __init__(self, store):
        super().__init__(daemon=True)
        self.store, self.at, self.done, self.fault = store, {}, False, None
        self.begun = threading.Event()

    def run(self):
        try:
            free = None
            while not self.done:
                connection = free or connected(self.store)
                connection.execute("BEGIN")
                head = connection.execute("SELECT seq FROM audit_head").fetchone()[0]
                if head in self.at:
                    connection.execute("ROLLBACK")
                    free = connection
                    time.sleep(0.001)
                else:
                    self.at[head], free = connection, None
                self.begun.set()
        except sqlite3.Error as fault:
            self.fault = fault
            self.begun.set()

    def stop(self):
        self.done = True
        self.join()
        if self.fault:
            raise Ended(f"the source could not be read beside the backup: {self.fault}")

    def close(self):
        for connection in self.at.values():
            connection.close()


def tables(connection):
    """The digest and the number of rows of every table; a search index by the tables that it is kept in."""
    found = {}
    for name, in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
            " AND name NOT LIKE 'sqlite_%' ORDER BY name").fetchall():
        columns = len(connection.execute(f'PRAGMA table_info("{name}")').fetchall())
        order = ", ".join(str(number + 1) for number in range(columns))
        digest, rows = hashlib.sha256(), 0
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):
            digest.update(repr(row).encode())
            rows += 1
        found[name] = (digest.hexdigest(), rows)
    return found


def differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def big_store(at):
    """About 230 MiB."""
    return imported_store(at, people=49_000)


def row_of(connection, head):
    return connection.execute("SELECT hash FROM audit_event WHERE seq = ?", (head,)).fetchone()


def body():
    at, elsewhere = folder(), folder(elsewhere=True)
    store = big_store(at) if FULL else make_store(at, people=400)
    mib = os.path.getsize(store) / (1 << 20)
    key, backup, other = (os.path.join(at, name) for name in ("key", "backup", "restored.mdt"))
    must(MDT, "keys", "new", key)
    files = [os.path.join(elsewhere, f"told{place}") for place in range(4)]
    writers = [start(LOAD, "save", store, "--writer", place, "--of", 4, "--every", 0.2, "--seconds", 3600,
                     "--acknowledge", files[place]) for place in range(4)]
    end = time.monotonic() + 120
    while any(not os.path.exists(file) or open(file).read().count("\n") < 5 for file in files):
        if time.monotonic() > end:
            raise Ended("the savers do not begin")
        time.sleep(0.05)

    # What was told before the backup began has to be in it.
    before = [shutil.copy(file, file + ".before") for file in files]
    states = States(store)
    states.start()
    states.begun.wait()
    begun = time.monotonic()
    manifest = json.loads(must(MDT, "--store", store, "backup", backup, "--recipient", key, "--json"))
    took = time.monotonic() - begun
    saving = all(program.poll() is None for program in writers)
    time.sleep(0.5)  # so that there is a later state
    states.stop()
    for program in writers:
        program.kill()
        program.communicate()
    begun = time.monotonic()
    restored = json.loads(must(MDT, "--store", other, "restore", backup, "--key", key, "--json"))
    back = time.monotonic() - begun

    head = manifest["audit"]["sequence"]
    faults = []
    if not saving:
        faults.append("a saver ended by itself")
    source = states.at.get(head)
    if not source:
        raise Ended(f"the reader did not see the source at head {head}; it has {sorted(states.at)}")
    was = tables(source)
    if row_of(source, head)[0] != manifest["audit"]["hash"]:
        faults.append("the manifest's head is not the source's")
    counts = {name: rows for name, (_, rows) in was.items() if name in manifest["tables"]}
    if counts != manifest["tables"]:
        faults.append("the manifest counts other rows than the source has: "
                      f"{ {name for name in counts | manifest['tables'] if counts.get(name) != manifest['tables'].get(name)} }")
    new = connected(other)
    if row_of(new, head)[0] != manifest["audit"]["hash"] or restored["backup"] != {
            name: value for name, value in manifest.items() if name not in ("path", "bytes")}:
        faults.append("the restored store has another head than the manifest")
    heads = [connection.execute("SELECT seq, count FROM audit_head").fetchone() for connection in (source, new)]
    if heads[1] != tuple(number + 1 for number in heads[0]):
        faults.append(f"the restored audit is at {heads[1]}, the source was at {heads[0]}")
    # What a restore writes by itself is taken back: its audit row, and that it is another generation (H14).
    new.close()
    alone = os.path.join(at, "alone.mdt")
    shutil.copy(other, alone)
    if os.path.exists(other + "-wal"):
        shutil.copy(other + "-wal", alone + "-wal")
    changed = sqlite3.connect(alone, isolation_level=None)
    triggers = [name for name, in changed.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()]
    for trigger in triggers:
        changed.execute(f'DROP TRIGGER "{trigger}"')
    changed.execute("DELETE FROM audit_event WHERE seq > ?", (head,))
    for name in ("audit_head", "store"):
        row = source.execute(f"SELECT * FROM {name}").fetchone()
        columns = [column[1] for column in changed.execute(f"PRAGMA table_info({name})").fetchall()]
        of_restore = columns if name == "audit_head" else [
            column for column in columns if column == "generation"]
        for column in of_restore:
            changed.execute(f"UPDATE {name} SET {column} = ?", (row[columns.index(column)],))
    became = tables(changed)
    unequal = differing(was, became)
    if unequal:
        faults.append(f"other rows in {', '.join(unequal)}")

    # The comparison can fail: by a later state of the source, and by one letter.
    later = next((states.at[seen] for seen in sorted(states.at) if seen > head), None)
    if not later or not differing(tables(later), became):
        raise Ended("a later state of the source is found equal: this harness would not see a difference")
    changed.execute("UPDATE patient SET family_name = 'x' || substr(family_name, 2) WHERE rowid = (SELECT min(rowid) FROM patient)")
    if "patient" not in differing(was, tables(changed)):
        raise Ended("a letter that was changed is not found: this harness would not see a difference")
    changed.close()
    states.close()

    status, found, words = verify(other, *before)
    if status != 0:
        faults.append(words)
    told = found.get("acknowledged", 0)
    for fault in faults:
        print(f"  {fault}")
    rows = sum(rows for _, rows in was.values())
    equal = (f"{'equal' if not unequal else 'unequal: ' + ', '.join(unequal)}: {len(was)} tables with {rows:,} rows and the head, "
             f"{found.get('lost', -1)} lost of {told} saved before it")
    if not FULL:
        return report(21, f"{equal} (not timed)", not faults and told > 0)
    return report(21, f"{equal}; {mib:.0f} MiB backed up beside four savers in {took:.1f} s, restored in {back:.1f} s",
                  not faults and told > 0 and took < LIMIT and back < LIMIT)


main(body)
