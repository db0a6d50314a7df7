#!/usr/bin/env bash
# Who looked, as a privacy officer asks it: on the screen, by the verbs, with a head that is kept elsewhere.
. "$(dirname "$0")/journey.sh"
scene busyTuesday
mdt() { "$MDT" --store "$STORE" "$@"; }
number=$(mdt list --filter 'begum rahela' --limit 1 --plain | cut -f 1)
same 9990123012 "$number" "the person"

# The screen: from a record to who has looked at it, to the report, and to everything.
terminal 80 24
open_mdt
keys /
sees 'Filter ['
type "$number"
keys Enter
loses 'Filter ['
keys Enter
sees '[record]'
keys w
sees 'Who has looked at this record'
sees ' Jo Francis, care navigator, GP Care Group'
sees 'opened record: single view'
keys r
sees 'The record of Mrs Rahela Begum, NHS number 999 012 3012.'
fits 80 || fail "a row is wider than the terminal"
keys Escape
sees 'newer rows above'
keys Home
sees 'printed access report'
keys Escape
sees '[record]'
keys g a
sees 'MDT > Audit'
keys /
sees 'Filter ['
type 'staff:nobody-here'
keys Enter
sees 'Nobody here has the account or the name nobody-here.'
keys /
sees 'Filter ['
keys C-u
type 'action:print person:9990123012'
keys Enter
sees 'Filter person:9990123012 action:print'
sees 'printed access report of BEGUM, Rahela (Mrs)'
keys Enter
sees 'At the machine'
keys Escape
loses 'At the machine'
resize 120 40
sees 'GP Care Group   printed access report'
keys Escape
sees '[record]'
keys Escape
leave_mdt
# What is written on standard error while the screen is up goes to a file, and no name does.
if [ -s "$XDG_STATE_HOME/mdt/mdt.log" ]; then fail "the log has something in it: $(head -c 300 "$XDG_STATE_HOME/mdt/mdt.log")"; fi

# The same in words: filters, searches with their terms, codes for programs.
status_is 0 mdt audit list --patient "$number" --action print,view --from today
holds "$HERE/out" 'printed  access report of BEGUM, Rahela (Mrs)'
lacks "$HERE/out" 'signed'
status_is 0 mdt audit list --denied
same 0 "$(wc -l <"$HERE/out")" "lines of what was refused"
status_is 0 mdt_json audit list --patient "$number" --limit 1
holds "$HERE/out" '"relationship": null'
status_is 65 mdt audit list --staff nobody-here
status_is 64 mdt audit list --action dancing
status_is 64 mdt audit list --from tomorrow
status_is 64 mdt audit list --from today --to yesterday
printf 'find choudry\nquit\n' | mdt --linear >/dev/null
status_is 0 mdt audit list --action search
holds "$HERE/out" 'searched  search  choudry'

# The report for the person: 80 columns, long dates, no identifier.
status_is 0 mdt audit report "$number"
if grep -qE '^.{81}|[0-9a-f]{8}-|_|-Jan-' "$HERE/out"; then fail "the report has a code in it, or a long line"; fi
holds "$HERE/out" 'The record of Mrs Rahela Begum, NHS number 999 012 3012.'
status_is 0 mdt audit report "$number" --to "$HERE/report"
same 600 "$(stat -c %a "$HERE/report")" "the mode of the report"
status_is 73 mdt audit report "$number" --to "$HERE/report"

# What somebody typed can drive no spreadsheet and no terminal.
printf 'find =1+1\nfind \033]0;owned\007x\nquit\n' | mdt --linear >/dev/null

# The export: nothing is written over, no cell is a formula, and it is in the audit.
status_is 0 mdt audit export "$HERE/audit.csv" --from today
holds "$HERE/audit.csv" 'access report'
holds "$HERE/audit.csv" "'=1+1"
if grep -qaP '[\x01-\x09\x0b\x0c\x0e-\x1f]' "$HERE/audit.csv"; then fail "a control character is in the export"; fi
if grep -qE '(^|,)[=+@-]' "$HERE/audit.csv"; then fail "a cell is a formula"; fi
same 600 "$(stat -c %a "$HERE/audit.csv")" "the mode of the export"
before=$(sha256sum "$HERE/audit.csv")
status_is 73 mdt audit export "$HERE/audit.csv"
same "$before" "$(sha256sum "$HERE/audit.csv")" "the export that was there"
status_is 0 mdt audit list --action export --limit 1
holds "$HERE/out" 'exported  audit  rows to'
status_is 73 mdt audit export /dev/full

# A head, kept elsewhere, and what it shows.
status_is 0 mdt audit head --to "$HERE/head"
status_is 73 mdt audit head --to "$HERE/head"
if grep -qE '^.{81}' "$HERE/head"; then fail "the sheet has a long line"; fi
status_is 0 mdt audit verify --head "$HERE/head"
holds "$HERE/out" 'It goes through the head of row'
status_is 0 mdt audit heads
holds "$HERE/out" 'asked for'
row=$(sed -n 's/^row //p' "$HERE/head")
status_is 0 mdt audit head --row "$row"
same "$(sed -n 's/^hash //p' "$HERE/head")" "$(sed -n 's/^hash //p' "$HERE/out")" "the hash of the head that was printed again"
sed 's/^rows /rows 1/' "$HERE/head" >"$HERE/forged"
status_is 65 mdt audit verify --head "$HERE/forged"
holds "$HERE/err" 'signature is not of what the head says'
status_is 65 mdt audit verify --head "$HERE/nothing-there"
status_is 65 mdt audit verify --head /dev/null
tr '\n' ' ' <"$HERE/head" >"$HERE/one-line"
status_is 65 mdt audit verify --head "$HERE/one-line"
if mdt audit verify --head - <"$HERE/head" >"$HERE/out" 2>&1; then holds "$HERE/out" 'It goes through the head'; else fail "a head on standard input"; fi
