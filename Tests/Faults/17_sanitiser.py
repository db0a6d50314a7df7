"""Promise 17: no text in a record can drive a terminal.

First the one sanitiser: random texts (escape sequences, C1, bidi, zero-width, marks, bytes that are no text), and every
character of what it gives is held against a table that was made in another way (Tests/Fuzz/SanitiserFuzzer.swift).

Then the program: in a store every column of text in every table gets all of that before what stood there, with a tag of its
own, past mdt and past the store's checks; so do names of files, cells and headers that are imported, reasons, arguments
and the environment. Every verb is run as lines, --plain and --json, and the screens are walked in a terminal of our own;
every byte of standard output, standard error, the screen, the log and exports is looked at. The tags that were seen tell
how many columns came that far.

Shown to be able to fail: a sanitiser that lets everything through is found at once, and the scanner finds each sign of the
hostile text in the text itself.
"""

import json, pty, re, select, shutil, sqlite3, struct, termios, fcntl, unicodedata
from harness import *

RUNS = pick(200_000, 10_000_000)
HOSTILE = ("\x1b]0;owned\x07\x1b[66m\x1b[6n\x1bP+q\x1b\\\u009b66m\u0090x\u009c\u202e\u2066\u200b\u200e\u061c\u2060\ufeff\u00ad"
           "\u180e\U000e0041\ufff9\u2028")
DRAWN = set([0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD] + list(range(0x600, 0x606)))
IGNORED = set([0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0] + list(range(0x180B, 0x1810)) +
              list(range(0xFE00, 0xFE10)) + list(range(0xE0000, 0xE1000)) + list(range(0x1BCA0, 0x1BCA4)))
KEYED = re.compile(r"(^|_)(id|by|org|code|key|digest|hash|snapshot|words|at|on|account|fingerprint|state|sequence|signature)$|"
                   r"^(search_text|search_words|columns|before_text|after_text|installation|public_key|role|kind|filter|enrolment|gender|"
                   r"plan_status|risk_unit|practice_at_enrolment)$")


def fuzz():
    at = folder()
    program = os.path.join(at, "fuzzer")
    sources = sorted(os.path.join(ROOT, "Sources/SafeText", name) for name in os.listdir(os.path.join(ROOT, "Sources/SafeText")))
    must("swiftc", "-O", "-wmo", "-parse-as-library", "-swift-version", "6", *sources,
         os.path.join(ROOT, "Tests/Fuzz/SanitiserFuzzer.swift"), "-o", program)
    broken = must(program, 2000, SEED, "broken").split()
    if int(broken[5]) == 0:
        raise Ended("a sanitiser that lets everything through is not found")
    said = finish([start(program, RUNS // 2, SEED + number) for number in range(2)])
    return counted(said, "runs"), counted(said, "scalars"), counted(said, "bad")


def poisoned(store):
    """Every column of text with a tag and the hostile text before what it had. Gives the tags by column."""
    connection = sqlite3.connect(store, isolation_level=None)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    tables = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name").fetchall()]
    tags = {}
    for table in tables:
        for _, column, kind, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
            if kind != "TEXT" or KEYED.search(column) or (table, column) == ("setting", "value"):
                continue
            tag = f"Zq{len(tags)}z"
            try:
                changed = connection.execute(
                    f'UPDATE "{table}" SET "{column}" = ? || "{column}" WHERE "{column}" IS NOT NULL', (tag + HOSTILE,)).rowcount
            except sqlite3.IntegrityError:
                continue  # The schema has a closed list, or a length, for it.
            if changed > 0:
                tags[tag] = f"{table}.{column}"
    connection.close()
    return tags


def faults(text, tabs=False):
    """What may not reach anybody, in a text that a program wrote."""
    found, previous = [], " "
    for character in text:
        value, category = ord(character), unicodedata.category(character)
        joined = value in (0x200C, 0x200D) and 0x900 <= ord(previous) <= 0xDFF
        if category == "Cc":
            if character != "\n" and not (tabs and character == "\t"):
                found.append(value)
        elif category in ("Cf", "Zl", "Zp", "Cs") or value in IGNORED:
            if value not in DRAWN and not joined:
                found.append(value)
        previous = character
    return found


def screen_faults(data):
    """The screen has sequences of its own; none of those in the hostile text is one of them."""
    text = data.decode("utf-8", "replace")
    wanted = [sign for sign in ("\x1b]0;owned", "\x1b[66m", "\x1b[6n", "\x1bP+q") if sign in text]
    return wanted + [hex(ord(character)) for character in text
                     if 0x80 <= ord(character) < 0xA0 or unicodedata.category(character) in ("Cf", "Zl", "Zp")]


def walk(store, env, size, arguments, keys):
    """Runs the program in a terminal of our own, gives it keys and takes every byte that it sends."""
    child, master = pty.fork()
    if child == 0:
        os.execve(MDT, [MDT, "--store", store, *arguments], env)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    data = bytearray()

    def quiet(patience):
        while select.select([master], [], [], patience)[0]:
            try:
                got = os.read(master, 65536)
            except OSError:
                return False
            if not got:
                return False
            data.extend(got)
        return True

    alive = quiet(3)
    for key in keys:
        if not alive:
            break
        try:
            os.write(master, key.encode())
        except OSError:
            break
        alive = quiet(pick(0.15, 0.4))
    if alive:
        os.kill(child, signal.SIGHUP)
    os.waitpid(child, 0)
    os.close(master)
    return bytes(data)


def body():
    runs, scalars, bad = fuzz()
    at = folder()
    store = os.path.join(at, f"st{HOSTILE[:12]}ore.mdt")
    account = pwd.getpwuid(os.getuid()).pw_name
    must(SCENES, "write", "twoPeople", os.path.join(at, "made.mdt"), "--account", account)
    os.rename(os.path.join(at, "made.mdt"), store)
    state = os.path.join(at, "state")
    env = {**os.environ, "XDG_STATE_HOME": state, "XDG_DATA_HOME": os.path.join(at, "data"), "TERM": "xterm-256color"}
    mdt = lambda *words, more=None: run(MDT, "--store", store, *words, env={**env, **(more or {})})
    # What a person may type goes in by the program itself.
    said = []

    def look(words, answer):
        said.append((words, "out", answer[1], "--plain" in words))
        said.append((words, "err", answer[2], False))

    winston, rahela = "9990202206", "9990123012"
    typed = [
        ("settings", "set", "mdt.max_cases", "9", "--reason", f"why{HOSTILE}"),
        ("settings", "set", f"key{HOSTILE}", "9", "--reason", "x"), ("settings", "set", "mdt.max_cases", HOSTILE, "--reason", "x"),
        ("consent", "object", winston, "--organisation", "R9901", "--reason", f"why{HOSTILE}"),
        ("consent", "object", winston, "--organisation", f"R{HOSTILE}", "--reason", "x"),
        ("privileges", "propose", "admin", "Farida Rahmani", "--reason", f"why{HOSTILE}"),
        ("agreements", "record", "--name", f"name{HOSTILE}", "--purpose", f"for{HOSTILE}", "--parties", "R9901", "--to", "2016-12-31"),
        ("retention", "hold", winston, "--name", f"case{HOSTILE}", "--reason", f"why{HOSTILE}"),
        ("privileges", "propose", "admin", f"Nobody{HOSTILE}", "--reason", "x"), ("show", f"999{HOSTILE}"), ("list", "--filter", HOSTILE),
        ("list", "--view", HOSTILE), ("list", "--sort", HOSTILE), ("audit", "list", "--staff", HOSTILE), ("audit", "list", "--from", HOSTILE),
        ("audit", "verify", "--head", HOSTILE), ("import", "caseload", HOSTILE), ("plan", "show", HOSTILE), (HOSTILE,), (f"--{HOSTILE}",),
        ("privacy", "close", HOSTILE, "justified"), ("retention", "approve", HOSTILE, "--note", "x"), ("backup", "create", "--to", f"{at}/no{HOSTILE}/x"),
        ("restore", os.path.join(at, HOSTILE)), ("copy", os.path.join(at, "no", HOSTILE)), ("keys", "show", HOSTILE),
    ]
    for words in typed:
        look(words, mdt(*words))
    for name in ("LANG", "USER", "LOGNAME", "HOME", "MDT_STORE", "SSH_ORIGINAL_COMMAND", "TERM", "COLUMNS", "TZ", "HOSTNAME"):
        look(("list", name), mdt("list", more={name: f"x{HOSTILE}"}))
    look(("no store",), run(MDT, "--store", os.path.join(at, f"none{HOSTILE}"), "list", env=env))
    # Files: their name, a header, every cell.
    cells = [winston, "Clarke", "Winston", "1940-01-02", "F99003", "invited"]
    headers = ["nhs_number", "family_name", "given_names", "born", "practice_code", "enrolment_status"]
    for number in range(len(cells) + 2):
        line, head = list(cells), list(headers)
        if number < len(cells):
            line[number] += HOSTILE.replace("\u2028", "")
        else:
            head.append(f"extra{HOSTILE}")
            line.append(f"more{HOSTILE}")
        file = os.path.join(at, f"f{number}{HOSTILE}.csv")
        with open(file, "w", encoding="utf-8", newline="") as out:
            out.write(",".join(head) + "\r\n" + ",".join(f'"{cell}"' for cell in line) + "\r\n")
        for kind in ("caseload", "staff", "practices", "organisations"):
            for mode in (("--preview",), ("--accept-good", "--rejects", f"{at}/rejects{number}{kind}"), ()):
                look(("import", kind, str(number), *mode), mdt("import", kind, file, *mode))
    # And every column, past everything that would have kept it out.
    tags = poisoned(store)
    for end in ("-wal", "-shm", ".lock"):
        if os.path.lexists(store + end):
            os.unlink(store + end)
    # People who were brought in under hostile numbers are looked up by the two whose numbers are known.
    verbs = [("list",), ("list", "--view", "all"), ("show", rahela), ("plan", "show", rahela), ("plan", "check", rahela), ("staff", "--all"),
             ("settings",), ("agreements",), ("privileges",), ("privacy",), ("audit", "list"), ("audit", "heads"),
             ("audit", "report", rahela), ("retention", "holds"), ("retention", "show", rahela), ("retention",), ("doctor",), ("audit", "verify")]
    for verb in verbs:
        for form in ((), ("--plain",), ("--json",)):
            answer = mdt(*verb, *form)
            look((*verb, *form), answer)
            if form == ("--json",) and answer[0] == 0 and answer[1].strip():
                try:
                    json.loads(answer[1])
                except ValueError:
                    raise Ended(f"{verb} --json is no JSON")
    export = os.path.join(at, "audit.csv")
    look(("audit", "export"), mdt("audit", "export", export))
    files = [export] + [os.path.join(folder_, name) for folder_, _, names in os.walk(state) for name in names if name.endswith(".log")]
    for path in files:
        if os.path.exists(path):
            with open(path, encoding="utf-8", errors="replace", newline="") as file:
                said.append((("file", os.path.basename(path)), "file", file.read().replace("\r\n", "\n").removeprefix("\ufeff"), False))
    env_screen = {**env, "LC_ALL": "C.UTF-8"}
    keys = ["j", "k", "\r", "j", "j", "w", "\r", "\x1b", "r", "\x1b", "\x1b", "c", "H", "\r", "\x1b", "\x1b", "p", "\x1b", "e", "j", "\r", "\x1b", "\x1b",
            "\x1b", "R", "\x1b", "\x1b", "g", "a", "\r", "\x1b", "\x1b", "v", "\x1b", "/", "clarke", "\x1b", "?", "\x1b", ":", "\x1b", "f", "zq", "\x1b", "D", "\x1b", "L"]
    screens = b"".join(walk(store, env_screen, size, [], keys) for size in ((80, 24), (120, 40)))
    lines = walk(store, env_screen, (120, 40), ["--linear"], ["1\n", "care plan\n", "back\n", "find clarke\n", "1\n", "history\n", "back\n", "quit\n"])
    seen = {tag for tag in tags if any(tag in text for _, _, text, _ in said) or tag.encode() in screens or tag.encode() in lines}
    wrong = [(words, where, sorted(set(map(hex, found)))) for words, where, text, tabs in said for found in [faults(text, tabs)] if found]
    wrong += [(("screen",), "pty", sorted(set(found))) for found in (screen_faults(screens), screen_faults(lines)) if found]
    for fault in wrong[:20]:
        print(f"  {fault}")
    if os.environ.get("KEEP"):
        print("  not seen:", ", ".join(sorted(tags[tag] for tag in set(tags) - seen)))
    if len(faults(HOSTILE)) != len([c for c in HOSTILE if unicodedata.category(c) in ("Cc", "Cf", "Zl")]) or not screen_faults(HOSTILE.encode()):
        raise Ended("the scanner does not find the hostile text itself")
    if len(seen) < 40 or len(screens) < 20_000:
        raise Ended(f"too little was looked at: {len(seen)} of {len(tags)} columns, {len(screens)} bytes of screens")
    bytes_ = sum(len(text.encode()) for _, _, text, _ in said) + len(screens) + len(lines)
    figure = (f"{bad} characters beyond the allowed in {runs:,} runs ({scalars:,} characters); {len(wrong)} in {bytes_:,} bytes of"
              f" {len(said)} answers, files and screens, with {len(seen)} hostile columns of {len(tags)} seen")
    return report(17, figure, bad == 0 and not wrong)


main(body)
