"""Promise 1: what somebody saw "Saved" for survives that programs are killed (kill -9) at any moment.

Writers save plans and write what they were told to another place; each is killed at a random moment and another begins.
From time to time, and at the end, everything that was acknowledged is looked for.

Shown to be able to fail: with a line of an acknowledgement file given a row version that nobody wrote (`sed
's/\\t3\\t/\\t900\\t/'` on a copy) `mdt-load verify` ends with 65; this run does the same at its end.

EVERY ENGINE: it uses the store only through `mdt-load`.
"""

import os, random, time
from harness import *


def body():
    elsewhere = folder(elsewhere=True)
    store = make_store(folder(), people=400)
    kills_wanted, saves_wanted = pick(30, 500), pick(50, 50_000)
    longest = pick(1.5, 6.0)
    writers, files, kills, busy = {}, [], 0, 0
    end = time.monotonic() + pick(60, 3600)

    def begin(place):
        # A new file each: a line that was cut by a kill is the last of its file.
        file = os.path.join(elsewhere, f"told{len(files)}")
        files.append(file)
        # Numbers go on from one writer to the next, so that a draft tells whether it is newer than another.
        program = start(LOAD, "save", store, "--writer", place, "--of", 4, "--seed", SEED + len(files), "--drafts", 7,
                        "--first", len(files) * 100_000, "--small", "yes", "--seconds", 3600, "--acknowledge", file)
        writers[place] = (program, time.monotonic() + random.uniform(0.02, longest))

    def acknowledged():
        return sum(open(file, "rb").read().count(b"save\t") for file in files if os.path.exists(file))

    checked = 0
    for place in range(4):
        begin(place)
    while time.monotonic() < end:
        time.sleep(0.01)
        for place, (program, when) in list(writers.items()):
            if program.poll() is not None:
                out, err = program.communicate()
                # On a machine that has too much to do somebody may be told to try again; nothing was acknowledged then.
                if "Try again in a moment." not in err:
                    raise Ended(f"a writer ended by itself: {out}{err}")
                busy += 1
                begin(place)
                continue
            if time.monotonic() < when:
                continue
            program.kill()
            program.communicate()
            kills += 1
            if kills % 100 == 0:  # or it would be seen only at the end
                status, counts, words = verify(store, *[file for file in files if os.path.exists(file)])
                checked += 1
                if status != 0:
                    raise Ended(f"after {kills} kills: {words}")
                print(f"  {kills} kills, {acknowledged():,} saves", flush=True)
            begin(place)
        if kills >= kills_wanted and acknowledged() >= saves_wanted:
            break
    for program, _ in writers.values():
        program.kill()
        program.communicate()
        kills += 1
    files = [file for file in files if os.path.exists(file)]
    saves = acknowledged()
    status, counts, words = verify(store, *files)
    lost = counts.get("lost", -1)
    # What nobody wrote must be missed.
    false = os.path.join(elsewhere, "false")
    some = next(line for file in files for line in open(file) if line.startswith("save\t") and line.endswith("\n"))
    parts = some.split("\t")
    parts[5] = str(int(parts[5]) + 1_000_000)
    with open(false, "w") as file:
        file.write("\t".join(parts))
    if verify(store, false)[0] != 65:
        raise Ended("a save that never was is not missed: this harness would not see a loss")
    if status != 0:
        print(f"  {words}")
    figure = f"{lost} lost of {saves:,} acknowledged saves, {kills} kills"
    if busy:
        figure += f", {busy} told to try again"
    enough = kills >= kills_wanted and saves >= saves_wanted
    if not enough:
        figure += f" (wanted {saves_wanted:,} and {kills_wanted})"
    return report(1, figure, status == 0 and enough)


main(body)
