#!/usr/bin/env bash
# Where there is no full screen it says so in three sentences and ends with 69; linear mode works everywhere.
. "$(dirname "$0")/journey.sh"
scene twoPeople
refused() { # refused TEXT: the last command told why, what, and what to do
  holds "$HERE/err" 'The full screen was not opened.'
  holds "$HERE/err" "$1"
  holds "$HERE/err" 'linear'
  [ ! -s "$HERE/out" ] || fail "a refusal writes to standard output"
}
status_is 69 "$MDT" --store "$STORE"
refused 'Input or output is not a terminal.'
terminal 80 24
turn=0
refused_at() { # refused_at COMMAND: runs it at the shell; every turn ends with words of its own, never an earlier one's
  turn=$((turn + 1))
  run "clear; $1; echo turn-$turn:\$?"
  sees "turn-$turn:69"
}
in_terminal() { # in_terminal TERM: starts it there and keeps what it says
  refused_at "TERM='$1' '$MDT' --store '$STORE' 2>'$HERE/err'"
  : >"$HERE/out"
}
before=$(now_settings)
in_terminal dumb
refused 'A terminal of type dumb cannot place text on the screen.'
in_terminal ''
refused 'The variable TERM is not set.'
in_terminal no-such-terminal
refused 'The terminal type no-such-terminal is not known here.'
in_terminal ../../etc/passwd
refused 'is not known here.'
same "$before" "$(now_settings)" "the terminal's settings"
refused_at "'$MDT' --store '$STORE' </dev/null 2>'$HERE/err'"
refused 'Input or output is not a terminal.'
printf 'quit\n' | TERM=dumb "$MDT" --store "$STORE" --linear >"$HERE/out" 2>"$HERE/err" || fail "no linear mode without a terminal"
holds "$HERE/out" 'mdt linear mode'
holds "$HERE/out" 'BEGUM, Rahela'
run "clear; TERM=dumb '$MDT' --store '$STORE' --linear; echo status:\$?"
sees 'Number, or:'
run quit
sees 'status:0'
# Output that cannot be written is never cut short in silence; a reader that has seen enough is no failure.
got=0
"$MDT" --store "$STORE" list >/dev/full 2>"$HERE/err" || got=$?
same 73 "$got" "the exit status where output cannot be written"
holds "$HERE/err" 'Not everything was printed.'
"$MDT" --store "$STORE" list --json 2>"$HERE/err" | true || true
lacks "$HERE/err" 'Not everything was printed.'
