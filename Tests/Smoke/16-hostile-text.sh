#!/usr/bin/env bash
# Names and notes that try to drive the terminal: kept as they came, shown harmless, on screens, in lines and in output.
. "$(dirname "$0")/journey.sh"
scene borough
# Every escape sequence of a hostile record has 66 or "owned" in it, as none of ours has.
{
  printf 'nhs_number,family_name,given_names,preferred_name,born,practice_code,enrolment_status,enrolled_on,note\r\n'
  printf '9990000018,\e]0;owned\a Rahman,Ali,\e[66mRed,1940-01-02,F99003,enrolled,2015-06-01,"\e[2J\e[66m gone \e[6n"\r\n'
  printf '9990000026,Ca\xc2\x9b66mrol,Si\xe2\x80\xaenamhaR,,1941-01-02,F99003,enrolled,2015-06-01,\xc2\x90owned\xc2\x9c\r\n'
  printf '9990000034,O'"'"'Brien-\xc3\x93 S\xc3\xbailleabh\xc3\xa1in,Ma\xe2\x81\xa6ry,,1942-01-02,F99003,enrolled,2015-06-01,=1+1\r\n'
} >"$HERE/people.csv"
import_status=0
"$MDT" --store "$STORE" import caseload "$HERE/people.csv" --accept-good --rejects "$HERE/rejects.csv" \
  >"$HERE/import.out" 2>"$HERE/import.err" || import_status=$?
[ "$import_status" = 0 ] || [ "$import_status" = 65 ] || fail "the import ended with $import_status"
terminal 100 30
record "$HERE/bytes"
title=$(t display-message -p -t "$WINDOW" '#{pane_title}')
open_mdt
sees 'SÚILLEABHÁIN'
for person in 1 2 3; do
  keys Enter
  sees '[record]'
  keys Escape
  loses '[record]'
  keys Down
done
keys q
ends_with 0
same "$title" "$(t display-message -p -t "$WINDOW" '#{pane_title}')" "the window's title"
printf '%s\n' 1 back 2 back 3 back quit | "$MDT" --store "$STORE" --linear >"$HERE/lines.out" 2>"$HERE/lines.err"
for verb in list "show 9990000018" "show 9990000026" "show 9990000034" "audit list"; do
  for form in "" --plain --json; do
    # shellcheck disable=SC2086
    "$MDT" --store "$STORE" $verb $form >>"$HERE/verbs.out" 2>>"$HERE/verbs.err" || true
  done
done
for file in import.out import.err lines.out lines.err verbs.out verbs.err; do
  if LC_ALL=C grep -naP '[\x00-\x08\x0b-\x1f\x7f]' "$HERE/$file" >&2; then fail "$file has control characters"; fi
done
for file in bytes import.out import.err lines.out lines.err verbs.out verbs.err; do
  if LC_ALL=C grep -naP '\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' "$HERE/$file" >&2; then
    fail "$file has C1 or bidi controls"
  fi
done
if LC_ALL=C grep -naP '\x1b(\[66m|\]0;owned|\[6n)' "$HERE/bytes" >&2; then fail "a record drives the terminal"; fi
