#!/usr/bin/env bash
# Text that tries to drive the terminal, in files, names of files, arguments and plans: shown harmless everywhere.
. "$(dirname "$0")/journey.sh"
scene borough
mdt() { "$MDT" --store "$STORE" "$@"; }
out=$HERE/said # all that the program wrote, both streams
clean() { # clean FILE WHAT: no control character but line ends and tabs, nothing that turns the direction of writing
  if LC_ALL=C grep -naP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' "$1" >&2; then
    fail "$2 has control characters in it"
  fi
}
file=$HERE/$'people\e[66m.csv'
{
  printf 'nhs_number,family_name,given_names,preferred_name,born,practice_code,enrolment_status,note,extra\e[66m\r\n'
  printf '9990000018,\e]0;owned\a Rahman,Ali,\e[66mRed,1940-01-02,F99003,invited,"\e[2J\e[66m gone \e[6n",\r\n'
  printf '9990000026,Ca\xc2\x9b66mrol,Si\xe2\x80\xaenamhaR,,1941-01-02,F99003,invited,\xc2\x90owned\xc2\x9c,\r\n'
} >"$file"
status=0
mdt import caseload "$file" >"$out" 2>&1 || status=$?
same 65 "$status" "the exit status of a hostile file"
clean "$out" 'the report of a hostile file'
{
  printf 'nhs_number,family_name,given_names,preferred_name,born,practice_code,enrolment_status,note,extra\e[66m\r\n'
  printf '9990000034,O'"'"'Brien-\xc3\x93 S\xc3\xbailleabh\xc3\xa1in,Mary,,1942-01-02,F99003,invited,=1+1,\e[66mextra\r\n'
} >"$file"
mdt import caseload "$file" >"$out" 2>&1 || true
clean "$out" 'the report of a hostile column'
mdt list --view all >>"$out" 2>&1
if ! grep -q "BRIEN" "$out"; then
  sed -i 's/,extra.*//; s/,.\[66mextra.*//' "$file"
  status_is 0 mdt import caseload "$file"
fi
for words in "show $'9990000034\e[66m'" "list --filter $'\e[66m'" "list --view $'\e[66m'" "plan show $'\e]0;owned\a'" \
  "import caseload $'/no/such\e[66m'" "$'\e[66m'" "--$'\e[66m'"; do
  eval "mdt $words" >"$out" 2>&1 || true
  clean "$out" "the answer to $(printf %q "$words")"
done
"$MDT" --store "$HERE/$'none\e[66m'" list >"$out" 2>&1 || true
clean "$out" 'the refusal of a store'
# A plan takes what a person pastes; linear mode takes whole lines.
printf '%s\n' 'g f' obrien 1 e 11 $'be\e[66mfore \e]0;owned\a \xe2\x80\xaenamhaR \xc2\x9b66m \e[6n after' :leave back back quit |
  mdt --linear >"$out" 2>&1
holds "$out" 'after'
clean "$out" 'linear mode'
terminal 100 30
record "$HERE/bytes"
title=$(t display-message -p -t "$WINDOW" '#{pane_title}')
open_mdt
sees 'BRIEN'
edit
sees 'fore'
sees 'after'
open_box
printf ' and \e[66m pasted \e]0;owned\a words' | paste
sees 'words'
leave_box
keys C-t
sees 'What changed'
keys Escape
loses 'What changed'
leave_mdt
same "$title" "$(t display-message -p -t "$WINDOW" '#{pane_title}')" "the window's title"
if LC_ALL=C grep -naP '\x1b(\[66m|\]0;owned|\[6n)|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]' "$HERE/bytes" >&2; then
  fail "a record drives the terminal"
fi
status_is 0 mdt audit verify
