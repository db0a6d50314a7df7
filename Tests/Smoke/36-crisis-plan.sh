#!/usr/bin/env bash
# A crisis plan: begun by the navigator, killed and gone on with, completed and approved by the geriatrician, found in one
# key, printed with a copy's number, used, and fetched again when a newer version makes the copy stale.
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
rahela=9990123012

status_is 0 mdt crisis show $rahela
holds "$HERE/out" 'NO CRISIS PLAN IS IN FORCE'
holds "$HERE/out" 'No decision recorded: attempt CPR'
status_is 65 mdt crisis check $rahela
status_is 65 mdt crisis print $rahela
holds "$HERE/err" 'No crisis plan of this person is in force'

# The navigator begins it; the program is killed in the middle of a word, and nothing is lost.
terminal 80 24
open_mdt
keys '/'
type begum
keys Enter
sees 'BEGUM, Rahela'
keys Enter
sees '[record]'
keys C
sees 'No crisis plan'
keys e
sees '[EDITING]'
type 'Breathless and frightened at night'
kept() { grep -q 'frightened at night' "$HERE"/store.mdt.drafts/*.crisis.json 2>/dev/null; }
if [[ $STORE == postgresql:* ]]; then
  kept() { grep -rq 'frightened at night' "$XDG_STATE_HOME" 2>/dev/null; }
fi
wait_for kept || fail "what was typed was not kept"
kill -9 "$(program)"
sees 'status:137'
run 'stty sane; tput rmcup; clear'
loses '[EDITING]'
run clear
open_mdt
keys D
sees 'Crisis plan, first plan'
keys Enter
sees 'Breathless and frightened at night'
keys C-s
sees 'The draft is saved'
keys Escape
sees 'MDT > Caseload'
keys '!'
sees '[EMERGENCY]'
sees 'NO CRISIS PLAN IS IN FORCE'
hidden 'frightened at night' || fail "a draft is in the emergency view"
leave_mdt

# The geriatrician says why she needs the record, fills in what is a clinician's, and approves it.
status_is 0 mdt crisis show $rahela --draft
holds "$HERE/out" 'DRAFT, NOT IN FORCE'
holds "$HERE/out" 'Headline: Breathless and frightened at night'
seat 'Dr Mateus Quill'
run clear
run "'$MDT' --store '$STORE'; echo status:\$?"
sees 'MDT > Caseload'
keys g f
type begum
sees 'BEGUM, Rahela'
keys Enter
sees 'This record is not open to you'
keys 1
type 'Referred by the ward team by phone'
keys Enter
sees '[record]'
keys C e
sees '[EDITING]'
keys Tab
type 'More breathless than usual'
keys Tab n PageDown
type 'Sit up'
keys PageDown
type 'Dr Quill; geriatrician; Trust; 020 7946 0006; 09:00 to 17:00'
keys Tab
type 'Rapid response; nurse; Trust; 020 7946 0101; 24 hours'
keys PageDown PageDown
type 'Speaks Sylheti'
keys PageDown PageDown 4
keys Tab Tab Tab Tab Tab Tab Tab Tab Tab 4
keys PageDown 1 Tab
type 'penicillin'
keys Tab
type 'COPD'
keys PageDown
keys Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab 4
keys PageDown Tab Tab Tab 1
keys C-s
sees 'can be approved as interim'
sees 'Complete enough to be approved'
keys s
sees 'Sign the crisis plan'
keys 1 C-s
sees 'Version 1 is in force as an interim plan'
keys '!'
sees 'INTERIM CRISIS PLAN v1, in force, day 0 of 28.'
sees 'No decision recorded: attempt CPR'
fits 80 || fail "a row is wider than the terminal"
keys Escape Escape Escape Escape q
sees 'status:0'

# On paper, with a number; in JSON without the code of the key safe.
seat 'Jo Francis'
status_is 0 mdt crisis check $rahela
holds "$HERE/out" '~ It might fail at 3 a.m.'
status_is 0 mdt crisis print $rahela --place 'fridge door'
[ "$(wc -l <"$HERE/out")" -le 58 ] || fail "the page has more than 58 lines"
if grep -qE '^.{81}' "$HERE/out"; then fail "a line of the page has more than 80 columns"; fi
holds "$HERE/out" 'Copy 1, for: fridge'
holds "$HERE/out" 'This page is not a legal form.'
status_is 0 mdt crisis print $rahela --place 'bedroom' --to "$HERE/page.html"
holds "$HERE/page.html" '<title>INTERIM CRISIS PLAN'
status_is 73 mdt crisis print $rahela --place 'hall' --to "$HERE/page.html"
status_is 64 mdt crisis print $rahela --to "$HERE/page.doc"
status_is 0 mdt crisis show $rahela --json
holds "$HERE/out" '"cpr_shown_as": "No decision recorded: attempt CPR"'
holds "$HERE/out" '"has_key_safe_code": false'

# The code of the key safe: kept sealed, shown with a reason, and gone with the next key.
open_mdt
keys '/'
type begum
keys Enter
sees 'BEGUM, Rahela'
keys Enter
sees '[record]'
keys C
sees 'INTERIM CRISIS PLAN v1'
keys K
sees "The key safe's code"
type 'ZQ90210'
keys C-s
sees 'The code is kept, sealed.'
keys '!'
sees 'code hidden'
keys K
type 'no answer at the door'
keys Enter
sees "Key safe's code: ZQ90210"
keys Space
loses 'ZQ90210'
keys M
hidden 'ZQ90210' || fail "the code is among the messages"
keys q q q q
sees 'MDT > Caseload'
leave_mdt
status_is 0 mdt crisis show $rahela --json
lacks "$HERE/out" 'ZQ90210'
holds "$HERE/out" '"has_key_safe_code": true'
status_is 0 mdt crisis print $rahela
lacks "$HERE/out" 'ZQ90210'
if [[ $STORE != postgresql:* ]]; then
  for file in "$STORE" "$STORE-wal"; do
    if [ -f "$file" ] && grep -aq ZQ90210 "$file"; then fail "the code is in $file"; fi
  done
  [ "$(stat -c %a "$STORE.seal-key")" = 600 ] || fail "the key is not its owner's alone"
fi
mdt doctor >"$HERE/out" 2>&1 || true
lacks "$HERE/out" 'is not what'
lacks "$HERE/out" 'in force ('
