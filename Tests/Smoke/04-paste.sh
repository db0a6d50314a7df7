#!/usr/bin/env bash
# Lines pasted into a box are text: no line end, tab or control character of theirs is a key.
. "$(dirname "$0")/journey.sh"
scene twoPeople
for kind in screen-256color xterm-256color tmux-256color; do
  in_window "$kind"
  terminal 80 24 "$kind"
  open_mdt
  keys Down e
  sees '> What is most important to me'
  keys Enter
  sees '^G help'
  printf 'first line %s\nsecond\tline\r\nq third line\023\n' "$kind" | paste
  sees 'q third line'
  sees "first line $kind"
  sees 'second'
  sees '> What is most important to me'
  keys Escape
  loses '^G help'
  # Pasted where there is no box, it does nothing and says so.
  printf 'q\nq\nn' | paste
  sees 'Nothing was pasted.'
  sees '[EDITING]'
  keys C-e
  sees 'Start again from'
  keys y
  sees 'no changes yet'
  keys Escape
  sees 'MDT > Caseload'
  keys q
  ends_with 0
done
