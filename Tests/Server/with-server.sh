#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own: data and socket in a temporary folder, no network, stopped by its
# process number afterwards. The command finds the socket's folder in MDT_TEST_SERVER.
#
# The server refuses to be root: then it runs as the account that Debian's package makes for it.
set -euo pipefail

tools=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [[ -z $tools || ! -x $tools/initdb ]]; then
  echo "with-server: no PostgreSQL server is installed (Debian's package postgresql)" >&2
  exit 1
fi

place=$(mktemp -d /tmp/mdt-server-XXXXXX)
account=$(id -un)
as=()
if [[ $(id -u) == 0 ]]; then
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
  chown postgres: "$place"
fi
chmod 700 "$place"
process=
state=
finish() {
  if [[ -n $process ]]; then
    kill -INT "$process" 2>/dev/null || true
    for _ in $(seq 100); do kill -0 "$process" 2>/dev/null || break; sleep 0.05; done
    kill -KILL "$process" 2>/dev/null || true
  fi
  rm -rf "$place" ${state:+"$state"}
}
trap finish EXIT

cd "$place"
"${as[@]}" "$tools/initdb" -D "$place/data" -U postgres --auth=peer --encoding=UTF8 --locale=C --data-checksums --no-sync >"$place/initdb.log" ||
  { cat "$place/initdb.log" >&2; exit 1; }
# Whoever runs the tests may be any of the accounts that they play.
cat >"$place/data/pg_hba.conf" <<EOF
local all all peer map=tests
EOF
for role in postgres mdt_owner mdt_reader mdt_watch mdt_host jfrancis okafor analyst; do
  echo "tests $account $role"
done >"$place/data/pg_ident.conf"
if [[ $account == root ]]; then echo "tests postgres postgres" >>"$place/data/pg_ident.conf"; fi
cat >>"$place/data/postgresql.conf" <<EOF
listen_addresses = ''
unix_socket_directories = '$place'
max_connections = 1000
fsync = ${MDT_TEST_SERVER_FSYNC:-off}
shared_buffers = 64MB
EOF
"${as[@]}" "$tools/postgres" -D "$place/data" >"$place/server.log" 2>&1 &
process=$!
for _ in $(seq 200); do
  if psql -h "$place" -U postgres -d postgres -Atqc 'SELECT 1' >/dev/null 2>&1; then break; fi
  kill -0 "$process" 2>/dev/null || { cat "$place/server.log" >&2; exit 1; }
  sleep 0.05
done
cd "$OLDPWD"
# Who connects when an address names nobody; and a folder for drafts that goes with the rest.
state=$(mktemp -d /tmp/mdt-state-XXXXXX)
MDT_TEST_SERVER=$place PGUSER=postgres XDG_STATE_HOME=$state "$@"
