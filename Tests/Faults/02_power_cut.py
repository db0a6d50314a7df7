"""Promise 2: what was acknowledged survives a power cut, on a disk that honours sync.

Writers run under a recorder (shims/recorder.c) that keeps every change to the store's folder, in order, with the
acknowledgements as marks. A power cut is a place in that order: what was synced before it is there; each change that was
not is there, missing, or torn, sector by sector; a name that was made, moved or removed without a sync of its folder is
there or not. Each such disk is opened by the real program.

That this can fail is shown in every run: the same writers, with the syncs of the log put off as synchronous=NORMAL puts
them off, must lose acknowledged saves, else the harness fails.
"""

import os, random, shutil, struct
from harness import *

HEAD = struct.Struct("<IBBHQQQ")


class File:
    """What of a file is on the disk for certain, and what may be."""

    def __init__(self, content=b""):
        self.certain = bytearray(content)
        self.open = []  # changes since the last sync

    def sync(self):
        for change in self.open:
            apply(self.certain, change)
        self.open = []


def apply(content, change):
    what, place, data = change
    if what == "T":
        if place <= len(content):
            del content[place:]
        else:
            content.extend(bytes(place - len(content)))
        return
    if place > len(content):
        content.extend(bytes(place - len(content)))
    content[place:place + len(data)] = data


class Disk:
    """The folder as it is, and as it may be found after a cut."""

    def __init__(self, root):
        self.root = root
        self.names = {}  # as the programs see them
        self.certain = {}  # as they are on the disk for certain
        self.open = []  # changes of names since their folder was synced: (folder, what, name, file)
        self.numbers = {}
        for at, folders, files in os.walk(root):
            for name in folders:
                self.names[os.path.join(at, name)] = None
            for name in files:
                if not name.endswith("-shm"):
                    with open(os.path.join(at, name), "rb") as file:
                        self.names[os.path.join(at, name)] = File(file.read())
        self.certain = dict(self.names)

    def change(self, what, name, file):
        self.open.append((os.path.dirname(name), what, name, file))
        Disk.rename(self.names, what, name, file)

    @staticmethod
    def rename(names, what, name, file):
        if what == "+":
            names[name] = file
        elif what == "move":
            names.pop(name[0], None)
            names[name[1]] = file
        else:
            names.pop(name, None)

    def take(self, what, flag, name, number, place, data):
        if what == "O":
            if flag or (name not in self.names and name != self.root):
                self.change("+", name, File())
            self.numbers[number] = self.names.get(name)
        elif what == "W":
            self.numbers[number].open.append(("W", place, data))
        elif what == "T":
            self.numbers[number].open.append(("T", place, b""))
        elif what == "S":
            if number in self.numbers and self.numbers[number] is not None:
                self.numbers[number].sync()
            else:
                rest = []
                for change in self.open:
                    if change[0] == name:
                        Disk.rename(self.certain, *change[1:])
                    else:
                        rest.append(change)
                self.open = rest
        elif what == "N":
            # One step: both names change or neither does.
            old = data.decode()
            self.open.append((os.path.dirname(name), "move", (old, name), self.names.get(old)))
            Disk.rename(self.names, "move", (old, name), self.names.get(old))
        elif what == "L":
            self.change("+", name, self.names.get(data.decode()))
        elif what == "U":
            self.change("-", name, None)
        elif what == "M":
            self.change("+", name, None)
        else:
            raise Ended(f"a record of an unknown kind {what}")

    def cut(self, to, chance):
        """Writes the folder as it may be found after a power cut now."""
        names = dict(self.certain)
        mode = chance.choice(["none", "all", "some", "some", "first"])
        kept = len(self.open) if mode != "first" else chance.randint(0, len(self.open))
        for place, (_, what, name, file) in enumerate(self.open):
            if mode == "none" or place >= kept or (mode == "some" and chance.random() < 0.5):
                continue
            Disk.rename(names, what, name, file)
        for name in sorted(names):
            file = names[name]
            target = to + name[len(self.root):]
            if not os.path.isdir(os.path.dirname(target)):
                continue  # its folder is gone, and so is the file
            if file is None:
                os.mkdir(target, 0o700)
                continue
            with open(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
                out.write(Disk.torn(file, chance))
        if chance.random() < 0.25:
            # The memory that programs share may lie there, too, with anything in it.
            for name in [name for name in names if name.endswith("-wal")]:
                with open(os.open(to + name[len(self.root):-4] + "-shm", os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
                    out.write(chance.randbytes(32768))

    @staticmethod
    def torn(file, chance):
        content = bytearray(file.certain)
        mode = chance.choice(["none", "all", "some", "torn", "torn"])
        sector = chance.choice([512, 4096])
        for change in file.open:
            what, place, data = change
            if mode == "none" or (mode != "all" and chance.random() < 0.4):
                continue
            if what == "W" and mode == "torn" and chance.random() < 0.5:
                for begin in range(place - place % sector, place + len(data), sector):
                    if chance.random() < 0.5:
                        first, last = max(begin, place), min(begin + sector, place + len(data))
                        apply(content, ("W", first, data[first - place:last - place]))
            else:
                apply(content, change)
        return content


def records(path):
    with open(path, "rb") as file:
        while head := file.read(HEAD.size):
            magic, what, flag, name, number, place, count = HEAD.unpack(head)
            if magic != 0x4D445452:
                raise Ended("the recording is not whole")
            yield chr(what), flag, file.read(name).decode(), number, place, file.read(count)


def recorded(recorder, at, log, marks, normal):
    """What the recorder wants to know."""
    told = {"LD_PRELOAD": recorder, "RECORD_FOLDER": at, "RECORD_LOG": log, "RECORD_MARKS": marks}
    return {**told, "RECORD_NORMAL": "1"} if normal else told


def record_making(recorder, at, log):
    """A store being made; the mark at the end says that somebody was told so."""
    before = Disk(at)
    must(MDT, "--store", os.path.join(at, "store.mdt"), "init", "--name", "Jo Francis", "--role", "care_navigator",
         "--organisation", "R9904", env=recorded(recorder, at, log, "-", False))
    with open(log, "ab") as file:
        file.write(HEAD.pack(0x4D445452, ord("A"), 0, 0, 0, 0, 5) + b"made\n")
    return before


def record_saving(recorder, at, log, normal):
    """Three writers who save plans and keep drafts, until the log has been folded in a few times."""
    elsewhere = folder(elsewhere=True)
    store = os.path.join(at, "store.mdt")
    must(LOAD, "make", store, "--people", 2)
    before = Disk(at)
    marks = os.path.join(elsewhere, "told")
    finish([start(LOAD, "save", store, "--writer", writer, "--of", 3, "--saves", pick(40, 200), "--drafts", 3,
                  "--seconds", 300, "--seed", SEED, "--acknowledge", f"{marks}{writer}",
                  env=recorded(recorder, at, log, marks, normal)) for writer in range(3)])
    return before


def images(before, log, count, chance, to, elsewhere):
    """Cuts at random places, half of them soon after an acknowledgement, where a loss would show."""
    everything = list(records(log))
    marks = [place for place, record in enumerate(everything) if record[0] == "A"]
    if len(marks) < 1 or len(everything) < 10:
        raise Ended("hardly anything was recorded")
    places = [chance.randint(1, len(everything)) for _ in range(count - count // 2)]
    places += [min(len(everything), chance.choice(marks) + 1 + chance.randint(0, 20)) for _ in range(count // 2)]
    places.sort()
    disk, told, done = before, [], 0
    for number, place in enumerate(places):
        for record in everything[done:place]:
            if record[0] == "A":
                told.append(record[5])
            else:
                disk.take(*record)
        done = place
        image = os.path.join(to, str(number))
        os.mkdir(image, 0o700)
        disk.cut(image, chance)
        acknowledged = os.path.join(elsewhere, f"told{number}")
        with open(acknowledged, "wb") as file:
            file.write(b"".join(told))
        yield place, image, acknowledged, bool(told)


def look(image):
    """What the real program finds on such a disk, and in every tenth what the doctor says."""
    place, at, acknowledged, _ = image
    store = os.path.join(at, "store.mdt")
    status, counts, words = verify(store, acknowledged)
    if status == 0 and int(os.path.basename(at)) % 10 == 0:
        status, out, err = run(MDT, "--store", store, "doctor")
        words = out + err
        # What should be put right about the place it is in (78) is none of the cut's doing.
        if status == 78:
            status = 0
    if status == 0 or not os.environ.get("KEEP"):
        shutil.rmtree(at)
        os.unlink(acknowledged)
    return place, status, counts, words


def look_after_making(image):
    """A store that was being made is whole or is not there; never an empty or half-made one."""
    place, at, _, was_told = image
    store = os.path.join(at, "store.mdt")
    status, _, words = verify(store)
    missing = status == 69 and "There is no store" in words and not was_told
    shutil.rmtree(at)
    return place, 0 if missing else status, {}, words


def batches(found, judge, size=40):
    """A few at a time, so that not all the disks lie there at once."""
    answers, batch = [], []
    for image in found:
        batch.append(image)
        if len(batch) == size:
            answers += together(batch, judge)
            batch = []
    return answers + together(batch, judge)


def cut(recorder, normal, count):
    at, to, elsewhere = folder(), folder(), folder(elsewhere=True)
    log = os.path.join(folder(), "recording")
    before = record_saving(recorder, at, log, normal)
    return batches(images(before, log, count, random.Random(SEED), to, elsewhere), look)


def cut_making(recorder, count):
    at, to, elsewhere = folder(), folder(), folder(elsewhere=True)
    log = os.path.join(folder(), "recording")
    before = record_making(recorder, at, log)
    return batches(images(before, log, count, random.Random(SEED), to, elsewhere), look_after_making)


def failures(answers, words):
    bad = [answer for answer in answers if answer[1] != 0]
    for place, status, _, said in bad[:5]:
        print(f"    {words}, cut at record {place}: status {status}: {said[:400]}")
    return bad


def body():
    recorder = shim("recorder")
    count = pick(60, 1000)
    made = cut_making(recorder, max(count // 10, 10))
    bad_made = failures(made, "a store being made")
    full = cut(recorder, False, count)
    bad = failures(full, "as shipped")
    normal = cut(recorder, True, pick(30, 200))
    bad_normal = [answer for answer in normal if answer[1] != 0]
    acknowledged = sum(counts.get("acknowledged", 0) for _, _, counts, _ in full)
    lost = [answer for answer in bad if answer[1] == 65 or "missing" in answer[3]]
    figure = (f"{len(lost)} lost, {len(bad) - len(lost)} corrupt of {len(full):,} images"
              f" ({acknowledged:,} acknowledgements looked for) and {len(bad_made)} of {len(made)} while a store was made;"
              f" at NORMAL {len(bad_normal)} of {len(normal)} images lost some")
    if not bad_normal:
        print("  At NORMAL nothing was lost: this harness would not see a loss.")
    return report(2, figure, not bad and not bad_made and bool(bad_normal))


main(body)
