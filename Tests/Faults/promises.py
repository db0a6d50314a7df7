"""Writes docs/promises.md from what the harnesses found: promises.py FOLDER PAGE. Each harness's lines lie in FOLDER in a
file of its own, so that one may be run again by itself; a promise that no harness has a line for says so."""

import ctypes, glob, os, platform, shutil, sqlite3, subprocess, sys, tempfile, time

PROMISES = [
    (1, "what you saw \"Saved\" for survives a program crash", "kill -9 loop, acknowledgements written elsewhere",
     "0 lost of 50,000; 500 kills"),
    (2, "... and a power cut, on a disk that honours sync",
     "recorder of writes and syncs; images with unsynced writes dropped, kept or torn",
     "0 lost, 0 corrupt of 1,000 images; losses at NORMAL"),
    (3, "nobody's edit is silently lost", "4 editors appending tags, 60 s", "0 missing tags"),
    (4, "two people on one plan are told, both texts kept", "smoke journeys 11 and 22, two real sessions (`make test`)",
     "every conflict shown"),
    (5, "saving answers quickly with 40 people at work", "40 processes, one write a second each, 60 s",
     "p99 < 250 ms, worst < 2 s, no busy error shown"),
    (6, "lists stay quick while others write", "reader beside writers", "p99 < 50 ms for 100 rows"),
    (7, "our own concurrency cannot damage the file", "four writers and two outside checkpointers under the store's lock",
     "clean for 10 min, 200,000 commits"),
    (8, "full, read-only or failing disk: told, can read, nothing half done, resumes without restart",
     "ENOSPC, EIO, short writes, failed syncs under the running program; smoke journeys 17 to 19", "0 lost"),
    (9, "damage is noticed and never written over", "kinds of damage done to a store with a history",
     "all refused, found or without harm; never a fresh empty store"),
    (10, "every change and every opening is in the audit with person, organisation, role, time, purpose",
     "a walk of every public call of the store, once by whoever may and once by somebody who may not, on both engines;"
     " rules about where the database is reached", "100%, and no path writes without it"),
    (11, "changing the audit is found by whoever holds yesterday's head",
     "rows edited and deleted, the end cut off, the chain forged anew, an old copy put back, everything made to fit;"
     " changed sheets", "5 of 5"),
    (15, "left alone, the screen locks and shows nothing",
     "a real terminal left alone with a record open; every byte after the lock looked through; injected clock in `swift"
     " test`", "5 min ± 5 s, no patient text"),
    (16, "a dropped link loses nothing typed", "terminal that nobody reads; smoke journeys 07 and 08",
     "draft within 2 s of the last key, offered at the next start"),
    (17, "no text in a record can drive a terminal",
     "random texts through the one sanitiser; every column of a store, reasons, files, arguments and environment hostile, every"
     " byte of standard output, standard error, screens, log and exports looked at",
     "0 control, bidi or format characters beyond the allowed list in 10 M runs"),
    (21, "a backup restores to the same state", "backup under load, restore, compare heads and digests",
     "equal; 230 MiB in < 5 s"),
    (22, "upgrades keep data, older programs refuse newer files", "every released schema, killed at each call on its files",
     "0 lost"),
    (23, "PostgreSQL: acknowledged commits survive loss of the primary", "kill -9, promote", "0 lost of 5,000"),
    (24, "both engines give the same answers", "differential run", "0 differences in 50,000 operations"),
]
WORST = ["missed", "short", "met"]


def read(folder):
    figures, facts, damage, causes = {}, [], [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
        day = time.strftime("%d-%b-%Y", time.gmtime(os.path.getmtime(path)))
        with open(path) as file:
            for line in file:
                words = line.rstrip("\n").split("\t")
                if words[0] == "promise" and len(words) == 4:
                    figures.setdefault(int(words[1]), []).append((words[2], words[3], day))
                elif words[0] == "fact" and len(words) == 3:
                    facts.append(words[2])
                elif words[0] == "why" and len(words) == 3:
                    causes.append((int(words[1]), words[2]))
                elif words[0] == "damage" and len(words) == 4:
                    damage.append(words[1:])
    return figures, facts, damage, sorted(causes)


def machine():
    memory = next(line for line in open("/proc/meminfo") if line.startswith("MemTotal")).split()[1]
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    kind = subprocess.run(["df", "--output=fstype", tempfile.gettempdir()], capture_output=True, text=True).stdout.split()[-1]
    return (f"{os.cpu_count()} cores ({model}), {round(int(memory) / 1024 / 1024)} GiB of memory, "
            f"Linux {platform.release().split('-')[0]}, stores on {kind}")


def versions(bin):
    library = ctypes.CDLL("libsqlite3.so.0")
    library.sqlite3_libversion.restype = ctypes.c_char_p
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("Swift version ")[-1].split()[0]
    at = tempfile.mkdtemp()
    try:
        store = os.path.join(at, "store.mdt")
        subprocess.run([os.path.join(bin, "mdt-load"), "make", store], check=True)
        schema = sqlite3.connect(store).execute("PRAGMA user_version").fetchone()[0]
    finally:
        shutil.rmtree(at)
    return f"SQLite {library.sqlite3_libversion().decode()}, Swift {swift}, schema {schema}"


def cell(text):
    return text.replace("|", "\\|")


def main(folder, page):
    figures, facts, damage, causes = read(folder)
    with open(page, "w") as out:
        out.write("# Promises\n\nWritten by `make faults`; what the numbers mean and how each harness is shown to be able to "
                  "fail stands at the\nhead of its file in `Tests/Faults`. Times are of the machine below, which others use "
                  "too; counts are facts.\n\n")
        out.write(f"{machine()}. {versions(os.path.join(folder, 'bin'))}.\n\n")
        out.write("| # | promise | how shown | target | figure | | date |\n|---|---|---|---|---|---|---|\n")
        for number, promise, shown, target in PROMISES:
            found = figures.get(number, [])
            figure = "; ".join(figure for figure, _, _ in found) or "no figure yet"
            state = min((state for _, state, _ in found), key=WORST.index, default="")
            day = found[-1][2] if found else ""
            out.write(f"| {number} | {cell(promise)} | {cell(shown)} | {cell(target)} | {cell(figure)} | {state} | {day} |\n")
        for number, cause in causes:
            out.write(f"\nPromise {number}: {cause}\n")
        if facts:
            out.write("\n## Found on the way\n\n")
            for fact in facts:
                out.write(f"- {fact[:1].upper()}{fact[1:]}.\n")
        if damage:
            out.write("\n## Kinds of damage\n\n*Refused*: not opened, with the reason, and left as it is. *Found*: `mdt doctor` "
                      "ends with 69 or 78. *By head*: only\nwhoever holds a published head of the audit can tell. *Harmless*: "
                      "everything is there.\n\n| kind | must be | was |\n|---|---|---|\n")
            for kind in damage:
                out.write(f"| {' | '.join(map(cell, kind))} |\n")


main(*sys.argv[1:])
