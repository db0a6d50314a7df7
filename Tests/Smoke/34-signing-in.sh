#!/usr/bin/env bash
# A PIN is chosen without being shown, asked for at the start and after L; a session is ended from another window and
# says so within a second; linear mode covers what it wrote. Nothing of a PIN is in arguments, files or the audit.
. "$(dirname "$0")/journey.sh"
scene twoPeople
pin=493817

in_window one
terminal 80 24
run "'$MDT' --store '$STORE' pin"
sees 'The new one (not shown):'
type "$pin"
keys Enter
sees 'The new one again (not shown):'
type "$pin"
keys Enter
sees 'Your PIN is set.'
hidden "$pin" || fail "the PIN was shown"

# In: the right one opens, and not before.
run "'$MDT' --store '$STORE'; echo status:\$?"
sees 'SIGN IN'
hidden 'BEGUM' || fail "somebody is shown before the PIN"
type 999111
keys Enter
sees '4 tries are'
type "$pin"
sees '[******'
keys Enter
sees 'MDT > Caseload'
sees 'BEGUM'
tr '\0' ' ' <"/proc/$(program)/cmdline" >"$HERE/arguments"
lacks "$HERE/arguments" "$pin"

# L covers everything; what is sent from then on names nobody.
keys Enter
sees '[record]'
keys L
sees 'LOCKED at'
hidden 'BEGUM' || fail "somebody is shown on a locked screen"
record "$HERE/locked"
resize 120 40
resize 80 24
keys Escape
type "$pin"
sees '[******'
wait_for [ -s "$HERE/locked" ] || fail "nothing was recorded"
for word in BEGUM Begum Rahela 'NHS No' "$pin"; do lacks "$HERE/locked" "$word"; done
t pipe-pane -t "$WINDOW"
keys Enter
sees '[record]'

# Ended from another window, while a plan is being written.
keys e
sees '[EDITING]'
open_box
type 'KEPT '
sees 'KEPT'
leave_box
begun=$(date +%s%N)
"$MDT" --store "$STORE" revoke "$(id -un)" --reason 'Seen at another desk' >"$HERE/out"
holds "$HERE/out" 'ends at its next act'
sees 'SIGNED OUT'
took=$((($(date +%s%N) - begun) / 1000000))
sees 'Seen at another desk'
hidden 'BEGUM' || fail "somebody is shown after the session ended"
keys q
sees 'Leave mdt?'
keys y
ends_with 0
echo "  signed out $took ms after mdt revoke was started"

# Signed in anew, the words are there.
run "'$MDT' --store '$STORE'; echo status:\$?"
sees 'SIGN IN'
type "$pin"
keys Enter
sees 'MDT > Caseload'
keys D
sees 'Draft from v1'
keys Enter
sees '[EDITING]'
sees 'KEPT'
keys Escape
sees 'Draft from v1'
keys Escape
sees 'MDT > Caseload'
leave_mdt

# Linear mode: nothing that is typed at the PIN is shown, and lock takes away what was written.
run "clear; '$MDT' --store '$STORE' --linear; echo status:\$?"
sees 'PIN or passphrase'
type "$pin"
keys Enter
sees 'Number, or:'
hidden "$pin" || fail "linear mode shows the PIN"
type lock
keys Enter
sees 'LOCKED at'
hidden 'BEGUM' || fail "linear mode leaves names on the terminal"
if t capture-pane -p -S - -t "$WINDOW" | grep -q BEGUM; then fail "names stay in what was scrolled off"; fi
type "$pin"
keys Enter
sees 'BEGUM'
type quit
keys Enter
sees 'status:0'

# What happened is in the audit, and no PIN anywhere.
status_is 0 "$MDT" --store "$STORE" audit list --limit 40
for word in 'signed in' 'signed out' 'was refused'; do holds "$HERE/out" "$word"; done
lacks "$HERE/out" "$pin"
if [ -f "$STORE" ]; then
  for file in "$STORE" "$STORE"-* "$XDG_STATE_HOME"/mdt/*; do
    if [ -f "$file" ] && grep -qaF "$pin" "$file"; then fail "the PIN is in $(basename "$file")"; fi
  done
fi
