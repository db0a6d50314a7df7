#!/usr/bin/env bash
# --read-only where one may not write: a folder of somebody else, a file of mode 0440. Nothing is left there, what
# others write meanwhile is seen, and without --read-only it is refused in words.
. "$(dirname "$0")/journey.sh"
chmod 755 "$HERE"
cp "$MDT" "$HERE/mdt"
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
if ! as_nobody env XDG_DATA_HOME=/nowhere "$HERE/mdt" --help >/dev/null 2>&1; then
  echo "  $JOURNEY: skipped, this account may not act as another"
  exit 0
fi
folder=$HERE/theirs
mkdir -m 755 "$folder"
STORE=$folder/store.mdt
"$SCENES" write twoPeople "$HERE/made.mdt" --account "$(id -un 65534)" >/dev/null
place() { # place MODE: the store, nobody having it open
  rm -f "$STORE"*
  cp "$HERE/made.mdt" "$STORE"
  chmod "$1" "$STORE"
}
mdt() { as_nobody "$HERE/mdt" --store "$STORE" "$@"; }
files() { ls -A "$folder" | tr '\n' ' '; }

place 644
status_is 0 mdt --read-only list
holds "$HERE/out" 'BEGUM, Rahela'
status_is 0 mdt --read-only show 9990123012
same 'store.mdt ' "$(files)" "the files in a folder of somebody else"
status_is 69 mdt list
holds "$HERE/err" 'open it with --read-only'
same 3 "$(grep -oE '[.]( |$)' "$HERE/err" | wc -l)" "sentences about a store that one may not write to"

# A lock file of somebody else that may not be read.
touch "$STORE.lock"
chmod 600 "$STORE.lock"
status_is 0 mdt --read-only list
rm "$STORE.lock"

# The account's own file of mode 0440 in its own folder.
place 440
chown 65534 "$folder" "$STORE"
status_is 0 mdt --read-only list
holds "$HERE/out" 'BEGUM, Rahela'
lock=$(files)
same 'store.mdt store.mdt.lock ' "$lock" "the files beside a file of mode 0440"
chown 0 "$folder"

# Somebody writes while it is open: the next look shows it.
place 644
mkfifo "$HERE/lines"
as_nobody "$HERE/mdt" --store "$STORE" --read-only --linear <"$HERE/lines" >"$HERE/linear" 2>&1 &
exec 9>"$HERE/lines"
says() { grep -qF -- "$1" "$HERE/linear"; }
wait_for says 'CLARKE, Winston' || fail "the list was not shown"
printf '%s\n' 'nhs_number,family_name,given_names,born,gender,practice_code' \
  '9990202206,Clarke-Jones,Winston,02-Feb-1938,male,F99003' >"$HERE/people.csv"
chmod 644 "$HERE/people.csv"
chown 65534 "$folder" "$STORE"
chmod 644 "$STORE"
status_is 0 mdt import caseload "$HERE/people.csv"
chown 0 "$folder"
echo again >&9
wait_for says 'CLARKE-JONES, Winston' || fail "what somebody wrote was not seen"
exec 9>&-
wait
