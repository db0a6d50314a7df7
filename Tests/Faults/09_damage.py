"""Promise 9: damage is noticed and never written over, and no fresh empty store takes its place.

Each kind of damage is done to a store with a history. What must come of it is one of:

  refused   mdt does not open it, says why, and leaves its bytes as they are
  found     it opens, and `mdt doctor` ends with 69 or 78 (or it is refused)
  by head   nothing in the files themselves can tell: whoever holds an audit head that was published sees it
  harmless  nothing is lost: everything that was acknowledged is there

Shown to be able to fail: a store without any damage is judged too, and none of the first three may be said of it.
"""

import hashlib, os, pwd, shutil, sqlite3, struct
from harness import *

PAGE = 4096
# How many rows of the audit are deleted.
ROWS = pick(100, 1000)


class Case:
    """A store of one's own to damage: what was acknowledged in it, the head of its audit, and an older copy."""

    def __init__(self, made):
        self.at = folder()
        for name in os.listdir(made):
            shutil.copy2(os.path.join(made, name), os.path.join(self.at, name))
        self.store = os.path.join(self.at, "store.mdt")
        self.other = os.path.join(self.at, "other.mdt")
        self.told = os.path.join(self.at, "told")
        self.old = os.path.join(self.at, "old.mdt")
        self.head = open(os.path.join(self.at, "head")).read().strip()

    def bytes(self, path=None):
        with open(path or self.store, "rb") as file:
            return file.read()

    def put(self, content, path=None):
        with open(os.open(path or self.store, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)

    def change(self, place, content, path=None):
        with open(path or self.store, "r+b") as file:
            file.seek(place)
            file.write(content)

    def fold(self):
        """The log is folded in, as the last to close a store does it."""
        connection = sqlite3.connect(self.store)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def sql(self, *statements):
        """Somebody with the sqlite3 shell who knows what they do: triggers are taken away and put back."""
        connection = sqlite3.connect(self.store, isolation_level=None)
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            statement(connection) if callable(statement) else connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def page_of(self, table):
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        connection.close()
        return page


# MARK: what is done

def emptied(case): case.put(b"")
def cut_short(case): case.put(case.bytes()[:2500])
def cut_in_half(case): case.put(case.bytes()[:len(case.bytes()) // 2 // PAGE * PAGE])
def all_noise(case): case.put(random.randbytes(len(case.bytes())))
def header(case): case.change(0, b"not a database, far from")
def application(case): case.change(68, b"\0\0\0\1")
def no_log(case): os.unlink(case.store + "-wal")
def foreign_log(case): shutil.copy(case.other + "-wal", case.store + "-wal")
def log_cut(case): case.put(case.bytes(case.store + "-wal")[:-9000], case.store + "-wal")


def page_size(case):
    case.fold()
    case.change(16, struct.pack(">H", 1024))


def foreign_log_alone(case):
    case.fold()
    shutil.copy(case.other + "-wal", case.store + "-wal")


def noise_in_a_page(case):
    case.fold()
    case.change((case.page_of("care_plan") - 1) * PAGE, random.randbytes(PAGE))


def noise_in_the_audit(case):
    case.fold()
    case.change((case.page_of("audit_event") - 1) * PAGE + 100, random.randbytes(PAGE - 100))


def letter_in_a_plan(case):
    case.fold()
    content = case.bytes()
    place = content.rindex(b"I want to manage my own tablets")
    while place >= 0:  # in the row; what else has the words (versions, search) stays
        connection = sqlite3.connect(case.store)
        before = connection.execute("SELECT group_concat(text) FROM goal").fetchone()
        connection.close()
        case.change(place, b"i")
        connection = sqlite3.connect(case.store)
        after = connection.execute("SELECT group_concat(text) FROM goal").fetchone()
        connection.close()
        if before != after:
            return
        case.change(place, b"I")
        place = content.rfind(b"I want to manage my own tablets", 0, place)
    raise Ended("the plan's words are not in its file")


def letter_in_a_version(case):
    case.sql("UPDATE care_plan_version SET snapshot = replace(snapshot, 'tablets', 'Tablets')")


def letter_in_the_log(case):
    log = case.bytes(case.store + "-wal")
    place = len(log) - 3 * (PAGE + 24) + 500
    case.change(place, bytes([log[place] ^ 1]), case.store + "-wal")


def audit_edited(case):
    case.sql("UPDATE audit_event SET purpose = 'something else' WHERE seq = 7")


def audit_cut(case):
    case.sql(f"DELETE FROM audit_event WHERE seq > (SELECT max(seq) - {ROWS} FROM audit_event)")


def audit_cut_with_head(case):
    def back(connection):
        row = connection.execute("SELECT seq, hash, at FROM audit_event ORDER BY seq DESC LIMIT 1").fetchone()
        connection.execute("UPDATE audit_head SET seq = ?, hash = ?, count = ?, at = ?", (row[0], row[1], row[0], row[2]))

    case.sql(f"DELETE FROM audit_event WHERE seq > (SELECT max(seq) - {ROWS} FROM audit_event)", back)


def chain_forged(case):
    """One purpose is changed, and every hash from there on made anew: a chain that is whole in itself."""
    def text(value):
        data = value.encode()
        return struct.pack(">q", len(data)) + data

    def perhaps(value, write):
        return b"\0" if value is None else b"\1" + write(value)

    def whole(value):
        return struct.pack(">q", value)

    def forge(connection):
        connection.execute("UPDATE audit_event SET purpose = 'something else' WHERE seq = 7")
        previous = "0" * 64
        rows = connection.execute(
            "SELECT seq, at, staff_id, staff_name, role, organisation, workstation, patient_id, action, object,"
            " version_before, version_after, purpose, record_digest, hash, relationship FROM audit_event"
            " ORDER BY seq").fetchall()
        for row in rows:
            data = text(previous) + whole(row[0]) + b"".join(text(value) for value in row[1:7])
            data += perhaps(row[7], text) + text(row[8]) + text(row[9])
            data += perhaps(row[10], whole) + perhaps(row[11], whole) + text(row[12]) + text(row[13])
            data += b"" if row[15] is None else perhaps(row[15], text)
            digest = hashlib.sha256(data).hexdigest()
            if row[0] < 7 and digest != row[14]:
                raise Ended("the chain is made otherwise than this harness thinks")
            connection.execute("UPDATE audit_event SET previous_hash = ?, hash = ? WHERE seq = ?", (previous, digest, row[0]))
            previous = digest
        connection.execute("UPDATE audit_head SET hash = ?", (previous,))

    case.sql(forge)


def no_memory(case): case.put(b"", case.store + "-shm")
def memory_of_noise(case): case.put(random.randbytes(32768), case.store + "-shm")


def old_copy(case):
    case.fold()
    shutil.copy(case.old, case.store)


def old_copy_with_its_lock(case):
    old_copy(case)
    shutil.copy(case.old + ".lock", case.store + ".lock")


def main_file_alone(case):
    """A copy of the main file alone, made while the newest changes stood in the log, comes back to its place."""
    content = case.bytes()
    case.fold()
    case.put(content)


def old_file_under_the_log(case):
    """An older copy of the main file alone, under the log and the lock file as they are."""
    shutil.copy(case.old, case.store)


def old_file_without_a_lock(case):
    old_file_under_the_log(case)
    os.unlink(case.store + ".lock")


def foreign_log_without_a_lock(case):
    foreign_log_alone(case)
    os.unlink(case.store + ".lock")


def foreign_log_with_its_lock(case):
    foreign_log_alone(case)
    shutil.copy(case.other + ".lock", case.store + ".lock")


def main_file_alone_elsewhere(case):
    main_file_alone(case)
    os.unlink(case.store + ".lock")


def swapped(case):
    os.rename(case.store, case.at + "/third")
    os.rename(case.other, case.store)
    os.rename(case.at + "/third", case.other)


def second_name(case): os.link(case.store, case.at + "/second.mdt")


def is_a_link(case):
    os.rename(case.store, case.at + "/elsewhere.mdt")
    os.symlink(case.at + "/elsewhere.mdt", case.store)


def is_a_folder(case):
    os.rename(case.store, case.at + "/elsewhere.mdt")
    os.mkdir(case.store)


def log_is_a_folder(case):
    os.unlink(case.store + "-wal")
    os.mkdir(case.store + "-wal")


def foreign_journal(case):
    """What a program that keeps a rollback journal left beside another database when it was killed."""
    case.fold()
    shutil.copy(case.at + "/other-journal", case.store + "-journal")


def no_lock(case): os.unlink(case.store + ".lock")


def lock_is_a_folder(case):
    no_lock(case)
    os.mkdir(case.store + ".lock")


def lock_is_a_link(case):
    no_lock(case)
    case.target = case.at + "/passwd"
    case.put(b"not ours\n", case.target)
    os.symlink(case.target, case.store + ".lock")


def lock_cannot_be_written(case):
    case.as_nobody = True
    os.chmod(case.store + ".lock", 0o400)


def nothing(case): pass


KINDS = [
    ("emptied", emptied, "refused"), ("cut to 2,500 bytes", cut_short, "refused"), ("cut in half", cut_in_half, "refused"),
    ("noise from end to end", all_noise, "refused"), ("header overwritten", header, "refused"),
    ("application_id changed", application, "refused"), ("page size in the header changed", page_size, "refused"),
    ("a page of the plans is noise", noise_in_a_page, "found"), ("a page of the audit is noise", noise_in_the_audit, "found"),
    ("the log (-wal) is missing", no_log, "refused"), ("the log is another store's", foreign_log, "refused"),
    ("a log of another store beside a closed one", foreign_log_alone, "found"),
    ("the log is cut", log_cut, "refused"), ("a bit flipped in the log", letter_in_the_log, "refused"),
    ("the log is a folder", log_is_a_folder, "refused"),
    ("a rollback journal of another database", foreign_journal, "refused"),
    ("one letter flipped in a plan", letter_in_a_plan, "found"),
    ("one letter flipped in a signed version", letter_in_a_version, "found"),
    ("one audit row edited", audit_edited, "found"), (f"the last {ROWS:,} audit rows deleted", audit_cut, "found"),
    ("the same, and the head set back", audit_cut_with_head, "refused"), ("the whole chain forged anew", chain_forged, "by head"),
    ("an old copy put in place", old_copy, "refused"),
    ("the same with its lock file", old_copy_with_its_lock, "by head"),
    ("a copy of the main file alone put in place", main_file_alone, "refused"),
    ("the same at a place without a lock file", main_file_alone_elsewhere, "by head"),
    ("an older main file under the log", old_file_under_the_log, "refused"),
    ("the same without a lock file", old_file_without_a_lock, "refused"),
    ("another store's log, without a lock file", foreign_log_without_a_lock, "refused"),
    ("another store's log with its lock file", foreign_log_with_its_lock, "refused"),
    ("the main files of two stores swapped", swapped, "found"),
    ("a second name (hard link)", second_name, "refused"), ("a link at its place", is_a_link, "refused"),
    ("a folder at its place", is_a_folder, "refused"), ("-shm of 0 bytes", no_memory, "harmless"),
    ("-shm of noise", memory_of_noise, "harmless"), ("no lock file", no_lock, "harmless"),
    ("the lock file is a folder", lock_is_a_folder, "refused"), ("the lock file is a link", lock_is_a_link, "refused"),
    ("the lock file cannot be written", lock_cannot_be_written, "refused"), ("no damage at all", nothing, "harmless"),
]


# MARK: what comes of it

def as_nobody(command):
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]


def files(at):
    found = {}
    for name in sorted(os.listdir(at)):
        path = os.path.join(at, name)
        # An empty log that was made to look into the store is not a change to it.
        if os.path.isfile(path) and not name.endswith((".lock", "-shm")) and (
                os.path.getsize(path) > 0 or name == "store.mdt"):
            found[name] = hashlib.sha256(open(path, "rb").read()).hexdigest()
    return found


def judge(case):
    """What mdt does about it: (outcome, in which words)."""
    before = files(case.at)
    command = [MDT, "--store", case.store]
    if getattr(case, "as_nobody", False) and os.geteuid() == 0:
        for name in os.listdir(case.at):
            os.chown(os.path.join(case.at, name), 65534, 65534)
        os.chown(case.at, 65534, 65534)
        command = as_nobody(command)
    status, out, err = run(*command, "list", "--plain")
    made, _, words = run(*command, "init", "--name", "Jo Francis", "--role", "care_navigator", "--organisation", "R9904")
    if made == 0:
        return "a fresh store in its place", words
    if status != 0:
        if files(case.at) != before:
            return "refused, but changed", err
        return ("refused" if status in (69, 75) else f"ended with {status}"), err.strip()
    status, out, err = run(*command, "doctor")
    if status in (69, 78):
        return "found", next((line for line in out.splitlines() if line[:1] in "X!"), err)
    if status != 0:
        return f"the doctor ended with {status}", out + err
    status, _, words = verify(case.store, case.told, head=case.head)
    return {0: "harmless", 66: "by head"}.get(status, "lost and not noticed"), words


ENOUGH = {"refused": ["refused"], "found": ["found", "refused"], "by head": ["by head", "found", "refused"],
          "harmless": ["harmless"]}


def witness(lock):
    """What the lock file says of the audit: (row, hash)."""
    with open(lock, "rb") as file:
        words = file.read()[256:].split(b"\n")[0].decode().split(" ")
    return int(words[1]), words[3]


def is_between_saves(store, told):
    """Whether the last transaction in the log is one that was acknowledged, and that the lock file knows of."""
    copy = os.path.join(folder(), "copy.mdt")
    for end in ("", "-wal"):
        shutil.copy(store + end, copy + end)
    connection = sqlite3.connect(copy)
    seq, digest = connection.execute("SELECT seq, hash FROM audit_head").fetchone()
    purpose = connection.execute("SELECT purpose FROM audit_event WHERE seq = ?", (seq,)).fetchone()[0]
    connection.close()
    last = open(told).read()
    return last.endswith("\n") and last.splitlines()[-1].split()[-1] in purpose and witness(store + ".lock") == (seq, digest)


def kill_between_saves(program, store, told):
    """Kills a saver whose last save was told: one that was not told yet may be lost, and no damage would be done."""
    for _ in range(1000):
        os.kill(program.pid, signal.SIGSTOP)
        while open(f"/proc/{program.pid}/stat").read().rsplit(")", 1)[1].split()[0] not in "TZ":
            time.sleep(0.001)
        if is_between_saves(store, told):
            program.kill()
            program.communicate()
            return
        os.kill(program.pid, signal.SIGCONT)
        time.sleep(random.random() / 50)
    raise Ended("the saver was never met between two saves")


def make(at):
    """Two stores with a history, the newest of it in the log alone, and what an older copy and a published head are."""
    def saves(store, count, told):
        program = start(LOAD, "save", store, "--saves", count, "--acknowledge", told, "--seconds", 300)
        return program

    store, other = os.path.join(at, "store.mdt"), os.path.join(at, "other.mdt")
    for name in (store, other):
        # As somebody made it, so that the two are two installations.
        must(LOAD, "make", name, "--people", 2)
        finish([saves(name, 20, os.path.join(at, "told" if name == store else "told-other"))])
    connection = sqlite3.connect(other)
    connection.execute("UPDATE store SET installation = 'another-installation'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # A journal as a killed program leaves it: a transaction of some pages that was synced and not ended.
    shutil.copy(other, at + "/victim")
    connection.close()
    killed = start("python3", "-c", f"""
import os, signal, sqlite3
c = sqlite3.connect({at + "/victim"!r}, isolation_level=None)
c.execute("PRAGMA journal_mode=DELETE"); c.execute("PRAGMA cache_size=1"); c.execute("PRAGMA cache_spill=1")
c.execute("BEGIN IMMEDIATE")
c.execute("CREATE TABLE filler (t)")
for n in range(400): c.execute("INSERT INTO filler VALUES (?)", ("x" * 3000,))
c.execute("UPDATE goal SET text = text || 'x'")
os.kill(os.getpid(), signal.SIGKILL)
""")
    killed.communicate()
    os.rename(at + "/victim-journal", at + "/other-journal")
    os.unlink(at + "/victim")
    shutil.copy(store, at + "/old.mdt")
    shutil.copy(store + ".lock", at + "/old.mdt.lock")
    # More rows of audit than will be deleted, then saves that stay in the log: their writer is killed.
    connection = sqlite3.connect(store)
    rows = connection.execute("SELECT seq FROM audit_head").fetchone()[0]
    connection.close()
    finish([start(LOAD, "save", store, "--small", "yes", "--saves", max(ROWS + 100 - rows, 1), "--seconds", 300,
                  "--acknowledge", os.path.join(at, "told"))])
    for name in (store, other):
        told = os.path.join(at, "told" if name == store else "told-other")
        had = open(told).read().count("\n")
        program = start(LOAD, "save", name, "--acknowledge", told, "--seconds", 300, "--every", 0.01)
        while open(told).read().count("\n") < had + 5:
            time.sleep(0.01)
        kill_between_saves(program, name, told)
    head = must(LOAD, "head", store).strip()
    with open(os.path.join(at, "head"), "w") as file:
        file.write(head)
    for name in os.listdir(at):
        if name.endswith("-shm"):
            os.unlink(os.path.join(at, name))


def body():
    made = folder()
    make(made)
    cases = []
    for name, damage, must_be in KINDS:
        case = Case(made)
        damage(case)
        cases.append(case)
    outcomes = together(cases, judge)
    missed, rows = 0, []
    for (name, _, must_be), (outcome, words), case in zip(KINDS, outcomes, cases):
        good = outcome in ENOUGH[must_be]
        if getattr(case, "target", None) and case.bytes(case.target) != b"not ours\n":
            good, outcome = False, "written through the link"
        missed += not good
        print(f"  {'=' if good else '!'} {name:<48} must be {must_be:<9} was {outcome}")
        if not good:
            print(f"      {words[:300]}")
        rows.append(f"damage\t{name}\t{must_be}\t{outcome}\n")
    kinds = len(KINDS) - 1
    if os.environ.get("RESULTS"):
        with open(os.environ["RESULTS"], "a") as file:
            file.writelines(rows)
    return report(9, f"{kinds - missed} of {kinds} kinds of damage refused, found or without harm", missed == 0)


main(body)
