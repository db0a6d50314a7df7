#!/usr/bin/env bash
# Signals that end it: the terminal is as it was, the draft is kept, the exit code tells which signal it was.
. "$(dirname "$0")/journey.sh"
scene twoPeople
terminal 80 24
for signal in TERM:143 INT:130 QUIT:131 HUP:129; do
  run clear
  open_mdt
  keys e
  sees '> What is most important to me'
  keys Enter
  sees '^G help'
  keys Enter
  type "ended by ${signal%:*}"
  sees "ended by ${signal%:*}"
  kill -"${signal%:*}" "$(program)"
  ends_with "${signal#*:}"
  restored
done
run clear
open_mdt
keys e
sees '> What is most important to me'
for signal in TERM INT QUIT HUP; do sees "ended by $signal"; done
keys Escape
sees 'MDT > Caseload'
keys q
ends_with 0
