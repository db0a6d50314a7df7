"""Random CSV files, read by PROGRAM and by Python's csv module: the records must be the same."""
import csv, io, os, random, subprocess, sys, tempfile

PIECES = ["a", "b", ",", ",", '"', '"', '""', '","', "\n", "\r\n", "\r", " ", "é", "e\u0301", "ব", "\u2028", "'", "=", "x" * 50]


def expected(text):
    """Python's records as the program prints them, or None where a quotation mark never closes."""
    if ends_open(text):
        return None
    rows = csv.reader(io.StringIO(text, newline=""))
    return "".join(
        ",".join(".".join(format(b, "x") for b in cell.encode()) for cell in row) + ";" for row in rows if row
    )


def ends_open(text):
    """Whether the text ends inside quotation marks: a state machine of four states, written apart from ours."""
    state = "start"
    for c in text:
        if state == "quoted":
            state = "closed" if c == '"' else "quoted"
        elif c == '"' and state in ("start", "closed"):
            state = "quoted"
        elif c in ",\r\n":
            state = "start"
        else:
            state = "plain"
    return state == "quoted"


def main():
    program, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    csv.field_size_limit(1 << 24)
    random.seed(seed)
    wrong = refused = done = 0
    with tempfile.TemporaryDirectory() as folder:
        while done < count:
            texts = []
            for index in range(min(500, count - done)):
                text = "".join(random.choice(PIECES) for _ in range(random.randint(0, 40)))
                texts.append(text)
                with open(os.path.join(folder, str(index)), "wb") as file:
                    file.write(text.encode())
            paths = [os.path.join(folder, str(index)) for index in range(len(texts))]
            lines = subprocess.run([program] + paths, stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
            for text, line in zip(texts, lines):
                want = expected(text)
                refused += want is None
                if (want if want is not None else "refused") != line:
                    wrong += 1
                    if wrong <= 5:
                        print(f"{text!r}\n  ours   {line}\n  python {want}")
            done += len(texts)
    print(f"{done} files, seed {seed}: {refused} refused, {wrong} different")
    return 1 if wrong or refused in (0, done) else 0


sys.exit(main())
