#!/usr/bin/env bash
# mdt doctor on a sound store and on spoiled ones; what a start can see of them stands on the first screen.
. "$(dirname "$0")/journey.sh"
mdt() { "$MDT" --store "$STORE" "$@"; }
scene twoPeople "$HERE/good.mdt"
fresh() { # fresh: the store as it was, with nothing beside it
  rm -rf "$STORE"*
  cp "$HERE/good.mdt" "$STORE"
  chmod 600 "$STORE"
}
found() { # found CHECK SEVERITY: the JSON says so, and the shape is the manual's
  status_is "$1" mdt doctor --json
  python3 - "$HERE/out" "$2" "$3" <<'PYTHON'
import json, sys
report = json.load(open(sys.argv[1]))
assert list(report) == ["schema", "store", "store_schema", "at", "checks", "summary"], list(report)
assert report["schema"] == 1
for check in report["checks"]:
    assert list(check) == ["check", "severity", "what", "because", "do"], check
    assert check["severity"] in ("ok", "skipped", "note", "warning", "fault"), check
    if check["severity"] in ("note", "warning", "fault"):
        assert check["what"] and check["because"] and check["do"], check
severity = {check["check"]: check["severity"] for check in report["checks"]}
assert len(severity) == len(report["checks"]), "a check stands twice"
assert severity[sys.argv[2]] == sys.argv[3], (sys.argv[2], severity)
for name in ("ok", "skipped", "note", "warning", "fault"):
    assert report["summary"][name] == sum(1 for s in severity.values() if s == name)
PYTHON
}
# All is well: 0, nothing is written, no file is left beside it.
fresh
before=$(cksum <"$STORE")
found 0 audit.chain ok
status_is 0 mdt doctor
holds "$HERE/out" 'The store is in order.'
same "$before" "$(cksum <"$STORE")" 'the bytes of a store that was looked at'
same 1 "$(find "$HERE" -name 'store.mdt*' | wc -l)" 'files after looking'
status_is 0 mdt doctor --plain
same 3 "$(awk -F '\t' 'NR == 1 {print NF}' "$HERE/out")" 'fields of a plain line'
# Damage: 69.
: >"$STORE"
found 69 file.header fault
head -c 8192 "$HERE/good.mdt" >"$STORE"
found 69 file.header fault
holds "$HERE/out" 'its end is missing'
rm -f "$STORE"
found 69 file.kind fault
fresh
printf 'MDT2' | dd of="$STORE" bs=1 seek=68 conv=notrunc status=none
found 69 file.header fault
fresh
size=$(stat -c %s "$STORE")
dd if=/dev/urandom of="$STORE" bs=4096 seek=$((size / 8192)) count=4 conv=notrunc status=none
before=$(cksum <"$STORE")
status_is 69 mdt doctor
holds "$HERE/out" 'The store is not in order'
same "$before" "$(cksum <"$STORE")" 'the bytes of a damaged store'
fresh
printf 'no log at all, far too long for a header' >"$STORE-wal"
found 69 file.log fault
# To be put right: 78.
fresh
chmod 644 "$STORE"
found 78 file.mode warning
fresh
ln "$STORE" "$HERE/second"
found 69 file.links fault
rm "$HERE/second"
fresh
: >"$STORE-journal"
found 78 file.leftovers warning
fresh
: >"$STORE.part"
found 0 file.leftovers note
# A text file in a terminal shows no control character of a file's name.
fresh
mv "$STORE" "$HERE/$(printf 'a\033[31mb.mdt')"
status_is 0 "$MDT" --store "$HERE/$(printf 'a\033[31mb.mdt')" doctor
if grep -q $'\033' "$HERE/out"; then fail 'a control character of a name was printed'; fi
# Somebody holds the lock: said after the deadline; whoever waits may end it.
fresh
terminal 80 24
exec 9>"$STORE.lock"
chmod 600 "$STORE.lock"
flock 9
status_is 75 mdt doctor
holds "$HERE/out" 'has been writing for more than 5 seconds'
run "'$MDT' --store '$STORE' doctor; echo status:\$?"
sees 'Ctrl-C ends it'
keys C-c
sees 'You have ended it.'
sees 'status:130'
exec 9>&-
# What a start can see of it: rights of others, a clock set back.
fresh
chmod 644 "$STORE"
open_mdt
sees 'Run mdt doctor.'
on_row 23 "Others may read or write the store's files" || fail 'the remark is not on its row'
leave_mdt
fresh
python3 - "$STORE" <<'PYTHON'
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("UPDATE store SET clock_offset = clock_offset - 864000")
store.commit()
PYTHON
chmod 600 "$STORE"*
found 78 audit.clock warning
open_mdt
sees 'The clock is behind the last entry of the audit. Run mdt doctor.'
leave_mdt
status_is 0 mdt --linear </dev/null
holds "$HERE/out" 'The clock is behind the last entry of the audit. Run mdt doctor.'
# A sound store says nothing at the start.
fresh
open_mdt
hidden 'Run mdt doctor' || fail 'a sound store is complained of'
leave_mdt
