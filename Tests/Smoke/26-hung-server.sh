#!/usr/bin/env bash
# A server that hangs without going away: it is said, the program can be left, and whoever stayed goes on by themself.
if [ -z "${MDT_TEST_SERVER:-}" ]; then
  exec "$(dirname "$0")/../Server/with-server.sh" bash "$0" "$@"
fi
set -euo pipefail
. "$(dirname "$0")/journey.sh"

postmaster=$(head -1 "$MDT_TEST_SERVER/data/postmaster.pid")
# The server's processes are the postmaster and its children; those of a moment ago are stopped as well.
signal() {
  if [ "$1" = STOP ]; then kill -STOP "$postmaster"; fi
  local process
  for process in $(children_of "$postmaster"); do kill "-$1" "$process" 2>/dev/null || true; done
  if [ "$1" = CONT ]; then kill -CONT "$postmaster"; fi
}
hangs() { signal STOP; }
goes_on() { signal CONT; }
trap 'goes_on; end_journey' EXIT

# within SECONDS CONDITION...: as wait_for, with a limit of its own
within() {
  local limit=$1
  shift
  PATIENCE=$limit wait_for "$@" || fail "not within $limit seconds: $*"
}

scene twoPeople
terminal 80 24
open_mdt
in_window stays
terminal 80 24
open_mdt
in_window leaves
terminal 80 24
open_mdt
edit
open_box
type 'WORDS BEFORE IT HUNG'
leave_box

hangs
in_window stays
within 20 shown 'The database server does not answer.'

# A request is in flight, and the program ends: by a key, and by a signal.
in_window main
keys Enter
keys Escape
keys q
within 3 shown 'ready>'
in_window leaves
process=$(program)
keys C-s
kill -TERM "$process"
within 3 gone "$process"
sees 'status:143'

goes_on
in_window stays
sees 'The store can be reached again.'
keys e
sees 'daughter first.WORDS'
