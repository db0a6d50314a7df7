#!/usr/bin/env bash
# Plain terminals: the Linux console gets ASCII, a vt100 no colour, and NO_COLOR is heeded.
. "$(dirname "$0")/journey.sh"
scene twoPeople
coloured() { grep -qaE $'\e''\[([0-9;]*;)?[34][0-9](;[0-9]+)*m' "$1"; }
beyond_ascii() { LC_ALL=C grep -qa $'[\x80-\xff]' "$1"; }

look() { # look KIND OPTIONS...: opens, reads a record, quits, with all bytes in $HERE/KIND
  in_window "$1"
  terminal 80 24 "$2"
  record "$HERE/$1"
  open_mdt "${@:3}"
  keys Enter
  sees '[record]'
  keys Escape
  sees 'MDT > Caseload'
  keys q
  ends_with 0
  if screen | grep -q 'NHS No'; then fail "$1 keeps people's names on the screen after leaving"; fi
}

look console linux
if beyond_ascii "$HERE/console"; then fail "the Linux console gets more than ASCII"; fi
look vt100 vt100
if coloured "$HERE/vt100"; then fail "a vt100 gets colours"; fi
look ascii xterm-256color --ascii
if beyond_ascii "$HERE/ascii"; then fail "--ascii writes more than ASCII"; fi
look colours xterm-256color
coloured "$HERE/colours" || fail "no colours where there are 256"
look plain xterm-256color --no-color
if coloured "$HERE/plain"; then fail "--no-color writes colours"; fi
export NO_COLOR=1
t set-environment -g NO_COLOR 1
look unwanted xterm-256color
if coloured "$HERE/unwanted"; then fail "NO_COLOR is not heeded"; fi
