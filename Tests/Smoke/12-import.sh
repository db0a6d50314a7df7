#!/usr/bin/env bash
# A store from nothing: made, filled from the sample files with a preview first, opened, searched, and safe from a bad file.
. "$(dirname "$0")/journey.sh"
samples=$ROOT/sample-data
mdt() { "$MDT" --store "$STORE" "$@"; }
status_is 69 mdt list
holds "$HERE/err" 'mdt init'
status_is 0 mdt init --name 'Jo Francis' --role care_navigator --organisation R9904
status_is 73 mdt init --name 'Jo Francis' --role care_navigator --organisation R9904
same 600 "$(stat -c %a "$STORE")" "the mode of the store"
for what in organisations practices staff; do
  status_is 0 mdt import "$what" "$samples/$what.csv" --preview
  status_is 0 mdt import "$what" "$samples/$what.csv"
done
status_is 0 mdt import caseload "$samples/caseload-south-west.csv" --preview
grep -qE '412 new|new +412' "$HERE/out" "$HERE/err" || fail "the preview does not say 412 new"
status_is 0 mdt list --plain
same 0 "$(wc -l <"$HERE/out")" "people after a preview"
status_is 65 mdt import caseload "$samples/caseload-with-mistakes.csv"
status_is 0 mdt list --plain
same 0 "$(wc -l <"$HERE/out")" "people after a file with mistakes"
status_is 0 mdt import caseload "$samples/caseload-south-west.csv"
status_is 0 mdt import caseload "$samples/caseload-south-west.csv"
status_is 0 mdt list --plain
same 400 "$(wc -l <"$HERE/out")" "people in the register: 12 of the 412 have died, declined, withdrawn or ended"
status_is 0 mdt list --view all --plain
same 379 "$(wc -l <"$HERE/out")" "people on the list: 21 are only identified"
status_is 0 mdt list --filter status:identified --plain
same 21 "$(wc -l <"$HERE/out")" "identified people"
status_is 0 mdt show 9990000018 --json
holds "$HERE/out" 'Choudry'
status_is 0 mdt audit verify
status_is 0 mdt doctor
terminal 80 24
open_mdt
keys /
type choudry
sees 'CHOUDRY, Amina'
keys Enter Enter
sees '[record]'
sees '999 000 0018'
keys Escape Escape
loses '[record]'
keys q
ends_with 0
