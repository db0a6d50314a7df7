#!/usr/bin/env bash
# Opens at 80x24, quits, and leaves the terminal as it was.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
record "$HERE/bytes"
open_mdt
sees 'BEGUM, Rahela (Mrs)'
sees 'PRACTICE'
if on_main_screen; then fail "the program draws over the shell's lines"; fi
keys q
ends_with 0
restored
same 0 "$(t display-message -p '#{keypad_cursor_flag}')" "the arrow keys send what the shell expects"
hidden 'BEGUM' || fail "a name is left on the shell's screen"
run 'printf "echo %s works\n" again'
sees 'echo again works'
# Text pasted at the shell after that is not bracketed by marks nobody asked for.
holds "$HERE/bytes" $'\e[?2004l'
