#!/usr/bin/env bash
# Asked to stop or to end in the middle of a write, a program lets the write end: nobody is kept waiting by one that is
# stopped inside the store's lock. In linear mode a signal keeps the draft as the end of the lines does.
. "$(dirname "$0")/journey.sh"
scene borough "$HERE/empty.mdt"
caseload=$HERE/people.csv
head -n 1500 "$ROOT/sample-data/caseload-borough.csv" >"$caseload"
locked() { ! flock -n "$STORE.lock" true; }
writing() { locked && grep -qF 'J. Francis' "$STORE.lock"; }
# It may be over before it has heard, once the write is done.
stopped_or_over() { grep -q '^State:.[TZ]' "/proc/$importing/status" 2>/dev/null || gone "$importing"; }
begin() { # begin: an import that is in the middle of its write
  rm -f "$STORE"*
  cp "$HERE/empty.mdt" "$STORE"
  chmod 600 "$STORE"
  touch "$STORE.lock"
  chmod 600 "$STORE.lock"
  "$MDT" --store "$STORE" import caseload "$caseload" >"$HERE/out" 2>"$HERE/err" &
  importing=$!
  wait_for writing || fail "the import is not in its write"
}
finished() { # finished STATUS...: how the import ended
  local got=0
  wait "$importing" || got=$?
  [[ " $* " == *" $got "* ]] || fail "the import ended with $got"
}
begin
kill -TSTP "$importing"
wait_for stopped_or_over || fail "it was not stopped"
if locked; then fail "it was stopped inside the store's lock"; fi
status_is 0 "$MDT" --store "$STORE" list --limit 1
kill -CONT "$importing" 2>/dev/null || true
finished 0
for signal in TERM:143 HUP:129; do
  begin
  kill -"${signal%:*}" "$importing"
  finished "${signal#*:}" 0
  status_is 0 "$MDT" --store "$STORE" audit list --plain --limit 1
  grep -q caseload "$HERE/out" || fail "the write did not end"
  status_is 0 "$MDT" --store "$STORE" doctor
done
# Linear mode: the draft in hand is kept.
rm -f "$STORE"*
scene twoPeople
mkfifo "$HERE/lines"
for signal in TERM:143 HUP:129; do
  "$MDT" --store "$STORE" --linear <"$HERE/lines" >"$HERE/linear" 2>&1 &
  linear=$!
  exec 9>"$HERE/lines"
  printf '%s\n' 'g f' begum 1 e 11 "Ended by ${signal%:*}" >&9
  wait_for grep -qF "Ended by ${signal%:*}" "$HERE/linear" || fail "the answer was not taken"
  kill -"${signal%:*}" "$linear"
  got=0
  wait "$linear" || got=$?
  exec 9>&-
  same "${signal#*:}" "$got" "how linear mode ended"
  printf '%s\n' 'g f' begum 1 e quit | "$MDT" --store "$STORE" --linear >"$HERE/again" 2>&1
  holds "$HERE/again" "Ended by ${signal%:*}"
done
