#!/usr/bin/env bash
# A store in a PostgreSQL database: the same journeys of two people, and a server that goes away and comes back.
if [ -z "${MDT_TEST_SERVER:-}" ]; then
  # As a server is run for people: the doctor says so where it is not.
  export MDT_TEST_SERVER_FSYNC=on
  exec "$(dirname "$0")/../Server/with-server.sh" bash "$0" "$@"
fi
set -euo pipefail
for journey in 11-two-programs 13-plan 22-two-sessions; do
  bash "$(dirname "$0")/$journey.sh" "$@"
done

. "$(dirname "$0")/journey.sh"
server() { psql --no-psqlrc --quiet --host="$MDT_TEST_SERVER" --dbname=postgres --output=/dev/null "--command=$1"; }
goes_away() {
  server "ALTER DATABASE $DATABASE ALLOW_CONNECTIONS false"
  server "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '$DATABASE'"
}
comes_back() { server "ALTER DATABASE $DATABASE ALLOW_CONNECTIONS true"; }

scene twoPeople
terminal 80 24
open_mdt
edit
open_box
keys Enter
type 'WORDS BEFORE '
goes_away
sees 'The database server cannot be reached.'
type 'AND WHILE IT WAS AWAY'
sees 'AND WHILE IT WAS AWAY'
leave_box
set_next_review +3m
keys C-s
sees 'server cannot be reached'

# Killed meanwhile, and started again when it is back: the draft is there, with the version it started from.
t kill-window -t "$WINDOW"
comes_back
in_window again
terminal 80 24
open_mdt
sees 'draft'
edit
sees 'AND WHILE IT WAS AWAY'

# Somebody who stayed is told that it is back, and saves.
goes_away
sees 'The database server cannot be reached.'
comes_back
sees 'The store can be reached again.'
keys C-s
sees 'Care plan v2 published.'
status_is 0 "$MDT" --store "$STORE" plan show 9990123012 --json
holds "$HERE/out" 'WORDS BEFORE AND WHILE IT WAS AWAY'

# All of it moves to a file, and the file is a store.
status_is 0 "$MDT" --store "$STORE" copy --to "$HERE/moved.mdt"
holds "$HERE/out" 'every one was compared'
status_is 0 "$MDT" --store "$HERE/moved.mdt" doctor
status_is 73 "$MDT" --store "$STORE" copy --to "$HERE/moved.mdt"
holds "$HERE/err" 'There is something at'
status_is 69 "$MDT" --store "postgresql:///nothing?host=$MDT_TEST_SERVER" list
holds "$HERE/err" 'The server has no such database.'

# The roles and the database of a store, made, made again, used, kept while there is a store, and taken away.
installs() { PGHOST=$MDT_TEST_SERVER "$MDT" install postgresql --database "installed_$$" --person "okafor" --host "mdt_host" "$@"; }
status_is 0 installs
holds "$HERE/out" "CREATE ROLE \"okafor\" LOGIN"
status_is 65 installs --person "x\"; DROP TABLE staff; --" --do
roles_before=$(psql --no-psqlrc -At --host="$MDT_TEST_SERVER" --dbname=postgres -c 'SELECT count(*) FROM pg_roles')
status_is 0 installs --do
holds "$HERE/out" "Made: database installed_$$."
status_is 0 installs --do
lacks "$HERE/out" 'Made:'
at="postgresql:///installed_$$?host=$MDT_TEST_SERVER"
status_is 0 "$MDT" init --store "$at&user=mdt_owner" --name 'Jo Francis' --role care_navigator --organisation R9904 --account "okafor"
status_is 0 "$MDT" --store "$at&user=okafor" privileges
holds "$HERE/out" 'Jo Francis'
status_is 69 env USER="okafor" "$MDT" --store "$at&user=mdt_host" list
holds "$HERE/err" "Nobody here works under the account $(id -un)."
status_is 69 installs --undo --do
holds "$HERE/err" 'holds a store'
server "DROP DATABASE installed_$$"
status_is 0 installs --undo --do
if [ "$(psql --no-psqlrc -At --host="$MDT_TEST_SERVER" --dbname=postgres -c 'SELECT count(*) FROM pg_roles')" -gt "$roles_before" ]; then fail "roles are left"; fi
