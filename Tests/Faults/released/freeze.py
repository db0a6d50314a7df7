"""Writes a store as SQL text, to be kept here when a schema is released: freeze.py STORE > 000N.sql

What stands here is never edited: 22_migrations.py makes a store of each and brings it up to date, interrupted at every
step. `@ACCOUNT@` stands for the account of whoever signs in.
"""

import sqlite3, sys

connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
master = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
search = [name for kind, name, sql in master if kind == "table" and sql.startswith("CREATE VIRTUAL")]
# Made with the search tables themselves.
shadows = [name for _, name, _ in master if any(name.startswith(f"{table}_") for table in search)]


def value(given):
    if given is None:
        return "NULL"
    if isinstance(given, bytes):
        return f"X'{given.hex()}'"
    if isinstance(given, str):
        return "'" + given.replace("'", "''") + "'"
    return repr(given)


for kind, name, sql in master:
    if kind == "table" and name not in shadows:
        print(f"{sql};")
for name in shadows:
    print(f"DELETE FROM \"{name}\";")
for kind, name, sql in master:
    if kind != "table" or name in search:
        continue
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
    account = columns.index("account") if name == "staff" else -1
    for row in connection.execute(f'SELECT * FROM "{name}"'):
        values = ["'@ACCOUNT@'" if place == account and cell else value(cell) for place, cell in enumerate(row)]
        print(f'INSERT INTO "{name}" VALUES ({", ".join(values)});')
for kind, name, sql in master:
    if kind != "table" and not any(name.startswith(f"{table}_") for table in search):
        print(f"{sql};")
for pragma in ("application_id", "user_version"):
    print(f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};")
