#!/usr/bin/env bash
# Stopped and continued, by a signal and by its own command: the shell in between has its terminal, nothing is lost.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
before=$(now_settings)
open_mdt
keys e
sees '> What is most important to me'
keys Enter
sees '^G help'
keys Enter
type 'before the pause'
sees 'before the pause'
kill -TSTP "$(program)"
sees 'Stopped'
same "$before" "$(now_settings)" "the terminal's settings"
run 'echo shell in between'
sees 'shell in between'
resize 100 30
run fg
sees '[EDITING]'
wait_for on_row 30 '^G help' || fail "the keys are not on row 30"
sees 'before the pause'
type ' and after'
sees 'before the pause and after'
keys Escape
loses '^G help'
# The same from the list of commands.
keys :
sees 'Type to find a command'
type 'suspend'
keys Enter
sees 'Stopped'
run 'clear; fg'
sees 'before the pause and after'
keys Escape
sees 'MDT > Caseload'
keys q
sees 'ready>'
same "$before" "$(now_settings)" "the terminal's settings"
