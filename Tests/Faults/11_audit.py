"""Promise 11: changing the audit is found by whoever holds yesterday's head.

A store with a history; the head of its audit is published to a sheet, as `mdt audit head --to FILE` writes it, and people
go on working. Then somebody who can do what they like with the store, and knows how everything in it is made, does one of
five things to what came before the head: edits a row, deletes one, cuts the end off, forges the whole chain anew, or puts
an old copy in the store's place. Everything that could tell is made to fit: the head in the store, the list of published
heads, the lock file. `mdt audit verify --head SHEET` must end with 65 each time.

The sheet itself is changed too, a letter at a time: that must be told as well.

Shown to be able to fail: with nothing done, and after honest work, verify ends with 0; and of a chain that was forged, cut
or replaced with everything made to fit, verify without the sheet finds nothing. EVERY ENGINE
"""

import hashlib, json, shutil, sqlite3, struct
from harness import *

EDITS = pick(12, 120)
LETTERS = pick(40, 400)
# What a row says; the sequence is its name.
COLUMNS = ["at", "staff_id", "staff_name", "role", "organisation", "workstation", "patient_id", "action", "object",
           "version_before", "version_after", "purpose", "record_digest", "previous_hash", "hash", "relationship"]
ON_SERVER = GIVEN == "server"


class Store:
    """A store to do things to, as somebody who owns the file or the server."""

    def __init__(self, store):
        self.store = store

    def sql(self, *statements):
        if ON_SERVER:
            name, place = self.store[len("postgresql:///"):].split("?host=")
            text = "BEGIN; " + "; ".join(("SET session_replication_role = replica",) + statements) + "; COMMIT"
            return must("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", place, "-d", name, "-c", text)
        connection = sqlite3.connect(self.store, isolation_level=None)
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        # Whoever owns the file owns the one beside it.
        forget(self.store + ".lock")

    def rows(self):
        names = ", ".join(["seq"] + COLUMNS)
        if ON_SERVER:
            name, place = self.store[len("postgresql:///"):].split("?host=")
            found = must("psql", "-X", "-At", "-h", place, "-d", name, "-c",
                         f"SELECT json_agg(a ORDER BY seq) FROM (SELECT {names} FROM audit_event) a")
            return [(row["seq"],) + tuple(row[column] for column in COLUMNS) for row in json.loads(found)]
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        found = connection.execute(f"SELECT {names} FROM audit_event ORDER BY seq").fetchall()
        connection.close()
        return found

    def copy(self):
        """The store as it is, to do something else to. Whoever closed it last has folded its log in."""
        if ON_SERVER:
            name, place = self.store[len("postgresql:///"):].split("?host=")
            made = f"{name}_{len(_made)}"
            must("createdb", f"--host={place}", f"--template={name}", made)
            _made.append((made, place))
            return Store(f"postgresql:///{made}?host={place}")
        at = folder()
        if os.path.exists(self.store + "-wal") and os.path.getsize(self.store + "-wal") > 0:
            raise Ended("the store has a log, and a copy of its file would not be whole")
        shutil.copy2(self.store, at + "/store.mdt")
        for end in (".lock", ".head-key"):
            shutil.copy2(self.store + end, at + "/store.mdt" + end)
        return Store(at + "/store.mdt")

    def verify(self, sheet=None):
        """Status and words of `mdt audit verify`."""
        status, out, err = run(MDT, "--store", self.store, "audit", "verify", *(["--head", sheet] if sheet else []))
        return status, out + err

    def work(self, saves, told):
        finish([start(LOAD, "save", self.store, "--saves", saves, "--seconds", 300, "--acknowledge", told,
                      "--go-on", "yes")])


_made = []


def forget(path):
    if os.path.lexists(path):
        os.unlink(path)


def quoted(value):
    return "NULL" if value is None else str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def hash_of(row, previous):
    """As decision 17 and the comment on AuditChain have it."""
    def text(value):
        data = value.encode()
        return struct.pack(">q", len(data)) + data

    def perhaps(value, write):
        return b"\0" if value is None else b"\1" + write(value)

    def whole(value):
        return struct.pack(">q", value)

    data = text(previous) + whole(row[0]) + b"".join(text(value) for value in row[1:7])
    data += perhaps(row[7], text) + text(row[8]) + text(row[9]) + perhaps(row[10], whole) + perhaps(row[11], whole)
    data += text(row[12]) + text(row[13]) + (b"" if row[16] is None else perhaps(row[16], text))
    return hashlib.sha256(data).hexdigest()


def forged(rows):
    """Statements that put rows with hashes made anew in the place of all."""
    statements, previous = ["DELETE FROM audit_published_head", "DELETE FROM audit_event"], "0" * 64
    for row in rows:
        row = list(row)
        row[14] = previous
        previous = row[15] = hash_of(row, previous)
        statements.append(f"INSERT INTO audit_event (seq, {', '.join(COLUMNS)}) VALUES ({', '.join(map(quoted, row))})")
    statements.append(
        f"UPDATE audit_head SET seq = {len(rows)}, count = {len(rows)}, hash = '{previous}', at = {quoted(rows[-1][1])}")
    return statements


# MARK: the five ways

def edits(store, head):
    """Another value in one column of one row."""
    for _ in range(EDITS):
        case, row, column = store.copy(), random.randint(1, head), random.choice(COLUMNS)
        now = dict(zip(COLUMNS, store.rows()[row - 1][1:]))[column]
        other = {"action": "print" if now != "print" else "view", "relationship": "assigned", "version_before": 77,
                 "version_after": 78, "hash": "f" * 64, "previous_hash": "e" * 64, "at": "2001-01-01T00:00:00Z"}
        case.sql(f"UPDATE audit_event SET {column} = {quoted(other.get(column, 'somebody else'))} WHERE seq = {row}")
        yield f"row {row}, {column}", case, None


def deletions(store, head):
    for row in sorted({1, head, *(random.randint(1, head) for _ in range(EDITS // 4))}):
        case = store.copy()
        case.sql(f"DELETE FROM audit_event WHERE seq = {row}")
        yield f"row {row}", case, None


def cuts(store, head):
    """The end is cut off before the head of the sheet, and the store's head set back; also with work after that."""
    for works_on in (False, True):
        case, last = store.copy(), head - random.randint(1, head // 2)
        case.sql(
            "DELETE FROM audit_published_head", f"DELETE FROM audit_event WHERE seq > {last}",
            f"UPDATE audit_head SET seq = {last}, count = {last}, hash = (SELECT hash FROM audit_event WHERE seq = {last}),"
            f" at = (SELECT at FROM audit_event WHERE seq = {last})")
        if works_on:
            case.work(head + 5, os.path.join(folder(), "told"))
        yield f"after row {last}{', and worked on' if works_on else ''}", case, 0


def forgeries(store, head):
    """A row says something else, or is left out with the others numbered anew; every hash is made anew."""
    rows = store.rows()
    place = random.randrange(1, head)
    changed = [list(row) for row in rows]
    changed[place][3] = "Somebody else"
    shorter = [[number + 1] + list(row[1:]) for number, row in enumerate(rows[:place] + rows[place + 1:])]
    for words, other in ((f"row {place + 1} changed", changed), (f"row {place + 1} left out", shorter)):
        case = store.copy()
        case.sql(*forged(other))
        yield words, case, 0


def old_copies(store, old):
    case = old.copy()
    if not ON_SERVER:
        forget(case.store + ".lock")
    yield "as it was before the head", case, 0


def changed_sheets(sheet):
    """The sheet with one letter of what counts changed."""
    text = open(sheet).read()
    begin = text.index("\ninstallation ") + 1
    at = folder()
    for number in range(LETTERS):
        while True:
            place = random.randrange(begin, len(text) - 1)
            letter = random.choice("0123456789abcdefABCDEFxyz-_")
            # A hash means the same in capitals.
            if not text[place].isspace() and letter.lower() != text[place].lower():
                break
        path = f"{at}/{number}"
        with open(path, "w") as file:
            file.write(text[:place] + letter + text[place + 1:])
        yield f"letter {place - begin} is {letter}", path


def body():
    at = folder()
    store = Store(make_store(at))
    told = os.path.join(at, "told")
    store.work(10, told)
    old = store.copy()
    store.work(10, told)
    sheet = os.path.join(at, "sheet")
    must(MDT, "--store", store.store, "audit", "head", "--to", sheet)
    head = next(int(line.split()[1]) for line in open(sheet) if line.startswith("row "))
    store.work(10, told)
    status, words = store.verify(sheet)
    if status != 0 or "signed with the key" not in words:
        raise Ended(f"an honest audit is not believed: {status} {words}")
    if store.copy().verify(sheet)[0] != 0:
        raise Ended("a copy of an honest store is not believed: the cases below would show nothing")
    ways = [("edited", edits(store, head)), ("deleted", deletions(store, head)), ("cut", cuts(store, head)),
            ("forged anew", forgeries(store, head)), ("old copy", old_copies(store, old))]
    found, tries, missed = 0, 0, []
    for way, cases in ways:
        good = True
        for words, case, alone in cases:
            tries += 1
            status, said = case.verify(sheet)
            if status != 65 or "The audit is not whole" not in said:
                good = False
                missed.append(f"{way}, {words}: verify ended with {status}: {said[:200]}")
            # What the chain by itself does not tell is what the sheet is for.
            if alone is not None and case.verify()[0] != alone:
                raise Ended(f"{way}, {words}: the forgery is clumsy: {case.verify()}")
        found += good
        print(f"  {'=' if good else '!'} {way}", flush=True)
    letters = 0
    for words, path in changed_sheets(sheet):
        letters += 1
        status, said = store.verify(path)
        if status != 65:
            missed.append(f"sheet, {words}: verify ended with {status}: {said[:200]}")
    for fault in missed[:10]:
        print(f"  {fault}")
    for name, place in _made:
        must("dropdb", f"--host={place}", name)
    return report(11, f"{found} of 5 ways found, in {tries} tries; {letters} changed sheets refused", not missed)


main(body)
