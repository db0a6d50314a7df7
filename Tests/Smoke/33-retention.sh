#!/usr/bin/env bash
# A record's time is over: reported by one person, held, approved by another, destroyed with a certificate; and killed in
# the middle of it.
. "$(dirname "$0")/journey.sh"
scene twoPeople
mdt() { "$MDT" --store "$STORE" "$@"; }
sql() { # sql STATEMENT: to the store, past mdt
  if [[ $STORE == postgresql:* ]]; then
    psql -X -q -h "$MDT_TEST_SERVER" -d "$DATABASE" -c "$1"
  else
    python3 - "$STORE" "$1" <<'PYTHON'
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute(sys.argv[2])
store.commit()
store.close()
PYTHON
  fi
}
seat() { # seat NAME: whoever has that name sits at this account from now on
  sql "UPDATE staff SET account = NULL WHERE account IS NOT NULL"
  sql "UPDATE staff SET account = '$(id -un)' WHERE name = '$1'"
}
winston=9990202206
status_is 0 mdt consent record $winston enrolment withdrawn
status_is 0 mdt retention show $winston
holds "$HERE/out" 'Adult health record: 8 years after the last entry on 5 January 2016, to 5 January 2024.'
status_is 0 mdt retention report
holds "$HERE/out" 'Nobody falls due.'

# Another privacy officer, given by two.
status_is 0 mdt privileges propose privacy_officer 'Farida Rahmani' --reason 'Caldicott guardian'
seat 'Callum Oyelaran'
status_is 0 mdt privileges list --plain
status_is 0 mdt privileges confirm "$(tail -n 1 "$HERE/out" | cut -f 1)"
status_is 69 mdt retention report
holds "$HERE/err" 'Your role may not say how long records are kept.'
seat 'Jo Francis'

# Long after.
sql "UPDATE store SET clock_offset = clock_offset + 31 * 365 * 86400"
status_is 0 mdt retention show $winston
holds "$HERE/out" 'and falls due.'
status_is 64 mdt retention hold $winston --name 'Infected blood' --inquiry
status_is 0 mdt retention hold everybody --name 'Infected blood' --reason 'Everything is evidence' --inquiry
hold=$(sed -n 's/.*retention lift \(.*\)\./\1/p' "$HERE/out")
status_is 0 mdt retention report
holds "$HERE/out" 'Held: 1'
holds "$HERE/out" 'Infected blood: Everything is evidence'
status_is 0 mdt retention lift "$hold" --reason 'The inquiry has ended'
status_is 0 mdt retention holds
holds "$HERE/out" 'lifted on'
status_is 0 mdt retention report
holds "$HERE/out" 'Fall due: 1'
holds "$HERE/out" 'CLARKE, Winston (Mr), NHS No. 999 020 2206'
report=$(sed -n 's/^Report \([^,]*\),.*/\1/p' "$HERE/out")
status_is 69 mdt retention approve "$report" --note 'Seen'
holds "$HERE/err" 'You made it yourself'
status_is 69 mdt retention dispose "$report"
holds "$HERE/err" 'Nobody has approved it.'
seat 'Farida Rahmani'
status_is 0 mdt retention reports
holds "$HERE/out" 'waits for somebody else to approve it'
lacks "$HERE/out" CLARKE
status_is 0 mdt retention approve "$report" --note 'Seen with the records office'

# Killed at each call on the store's files: all of it is there, or none.
if [[ $STORE != postgresql:* ]]; then
  cc -shared -fPIC -O1 -o "$HERE/die-at.so" "$SMOKE/die-at.c" -ldl
  cp "$STORE" "$HERE/approved"
  again() { rm -f "$STORE"*; cp "$HERE/approved" "$STORE"; chmod 600 "$STORE"; }
  again
  env LD_PRELOAD="$HERE/die-at.so" DIE_COUNT="$HERE/count" "$MDT" --store "$STORE" retention dispose "$report" >/dev/null
  calls=$(cat "$HERE/count") whole=0 none=0
  for ((at = 1; at <= calls; at++)); do
    again
    { env LD_PRELOAD="$HERE/die-at.so" DIE_AT=$at "$MDT" --store "$STORE" retention dispose "$report" >/dev/null 2>&1 || true; } 2>/dev/null
    status_is 0 mdt retention certificates --plain
    certificates=$(wc -l <"$HERE/out")
    there=0
    if [ "$(python3 -c "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(\"SELECT (SELECT count(*) FROM patient WHERE nhs_number = '$winston') + (SELECT count(*) FROM consent k JOIN patient p ON p.id = k.patient_id WHERE p.nhs_number = '$winston')\").fetchone()[0])" "$STORE")" -gt 1 ]; then there=1; fi
    same 1 $((certificates + there)) "certificate or record after a kill at call $at"
    if [ "$there" = 1 ]; then none=$((none + 1)); else whole=$((whole + 1)); fi
    status_is 0 mdt audit verify
  done
  if [ $none = 0 ] || [ $whole = 0 ]; then fail "no kill was before, or none after ($none, $whole of $calls)"; fi
  again
fi

# What another privacy officer approved Jo carries out.
seat 'Jo Francis'
status_is 0 mdt retention dispose "$report"
holds "$HERE/out" '1 record destroyed.'
holds "$HERE/out" 'approved by Farida Rahmani'
status_is 65 mdt retention show $winston
status_is 0 mdt retention certificates
lacks "$HERE/out" CLARKE
holds "$HERE/out" 'Adult health record: 8 years'
status_is 0 mdt_json retention certificates
holds "$HERE/out" '"approved_by": "Farida Rahmani"'
status_is 75 mdt retention dispose "$report"
status_is 0 mdt audit verify
status_is 0 mdt audit list --action void
holds "$HERE/out" 'the record was destroyed by report'
if [[ $STORE != postgresql:* ]]; then
  if grep -aqi clarke "$STORE"*; then fail "the name is still in the store's files"; fi
fi
mdt doctor >"$HERE/out" 2>&1 || true
lacks "$HERE/out" 'is not what was saved'
