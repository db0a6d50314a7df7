#!/usr/bin/env bash
# Promise 23: what was acknowledged survives the loss of the primary. It makes its servers.
#
# A primary and a synchronous standby, each on a socket in a folder of its own; programs that save through the address of
# both; acknowledgements on another disk. The primary is restarted once under load, and later killed with -9, children
# and all; the standby is promoted; the programs go on without being started again. Then every acknowledged save has to
# be there and the audit whole. FAULTS=full: 5,000 saves; short: 200. KEEP=1 leaves the folder.
#
# Shown to be able to fail in every full run, and by ASYNCHRONOUS=yes alone: the same with a standby that the primary does
# not wait for, on a link that stalls just before the kill, must lose what was acknowledged meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${MDT_BIN:=$(swift build --show-bin-path)}"
FAULTS=${FAULTS:-full} ASYNCHRONOUS=${ASYNCHRONOUS:-no}
if [[ $ASYNCHRONOUS == yes ]]; then FAULTS=short standbys='' sort=async; else standbys=two sort=sync; fi
if [[ $FAULTS == full ]]; then saves=5000 writers=8 people=414; else saves=200 writers=4 people=2; fi

tools=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[[ -n $tools ]] || { echo "23: no PostgreSQL server is installed (Debian's package postgresql)" >&2; exit 1; }
place=$(mktemp -d /tmp/mdt-standby-XXXXXX)
elsewhere=$(mktemp -d "$([[ -w /dev/shm ]] && echo /dev/shm || echo /tmp)/mdt-standby-told-XXXXXX")
as=()
if [[ $(id -u) == 0 ]]; then
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
  chown postgres: "$place"
fi
chmod 755 "$place"
started=()
finish() {
  for process in "${started[@]}"; do kill -INT "$process" 2>/dev/null || true; done
  for process in "${started[@]}"; do
    for _ in $(seq 100); do kill -0 "$process" 2>/dev/null || break; sleep 0.05; done
    kill -KILL "$process" 2>/dev/null || true
  done
  if [[ -z ${KEEP:-} ]]; then rm -rf "$place" "$elsewhere"; else echo "kept: $place $elsewhere"; fi
}
trap finish EXIT

# A folder is the server's own: "${as[@]}" is the account that it runs with.
mine() { "${as[@]}" "$@"; }
ask() { psql -X -h "$1" -U postgres -d "${3:-postgres}" -Atqc "$2"; }
wait_for() { # wait_for WHAT SECONDS COMMAND...
  local what=$1 tries=$(($2 * 20))
  shift 2
  for _ in $(seq "$tries"); do "$@" >/dev/null 2>&1 && return; sleep 0.05; done
  echo "23: $what did not happen" >&2
  tail -20 "$place"/*.log >&2
  exit 1
}
serve() { # serve NAME OPTION...: starts a server whose socket is in its own folder; sets `server` to its process number
  local name=$1
  shift
  (cd "$place" && exec "${as[@]}" "$tools/postgres" -D "$place/$name/data" -c unix_socket_directories="$place/$name" "$@") \
    >>"$place/$name.log" 2>&1 &
  server=$!
  started+=("$server")
}
acknowledged() { cat "$elsewhere"/told.* 2>/dev/null | wc -l; }
reached() { [[ $(acknowledged) -ge $1 ]]; }

# The primary, its roles, and a standby that has to have every commit before it is acknowledged (or need not).
mine mkdir "$place/one" "$place/two"
mine "$tools/initdb" -D "$place/one/data" -U postgres --auth=peer --encoding=UTF8 --locale=C --data-checksums \
  >"$place/initdb.log"
account=$(id -un)
mine tee "$place/one/data/pg_hba.conf" >/dev/null <<<$'local all all peer map=here\nlocal replication all peer map=here'
for role in postgres mdt_owner mdt_host; do
  printf 'here %s %s\n' "$account" "$role"
  [[ $account == postgres ]] || printf 'here postgres %s\n' "$role"
done | mine tee "$place/one/data/pg_ident.conf" >/dev/null
mine tee -a "$place/one/data/postgresql.conf" >/dev/null <<EOF
listen_addresses = ''
max_connections = 100
wal_level = replica
synchronous_commit = on
EOF
serve one -c synchronous_standby_names="$standbys"
one=$server
wait_for "the primary's start" 20 ask "$place/one" 'SELECT 1'
mine "$tools/pg_basebackup" -d "host=$place/one user=postgres application_name=two" -D "$place/two/data" -R -c fast
serve two
wait_for "the standby's start" 20 ask "$place/two" 'SELECT 1'
wait_for "replication" 20 eval \
  "[[ \$(ask '$place/one' \"SELECT count(*) FROM pg_stat_replication WHERE sync_state = '$sort'\") == 1 ]]"
psql -X -q -h "$place/one" -U postgres -d postgres -v database=mdt -f docs/manual/postgresql/roles.sql
ask "$place/one" 'CREATE ROLE mdt_host LOGIN IN ROLE mdt_program, mdt_service'
both="$place/one,$place/two"
"$MDT_BIN/mdt-load" make "postgresql:///mdt?host=$both&user=mdt_owner" --people $people
store="postgresql:///mdt?host=$both&user=mdt_host"

# A standby by itself may be read, and says why it takes no change.
alone="postgresql:///mdt?host=$place/two&user=mdt_host"
wait_for "the store's arrival at the standby" 20 "$MDT_BIN/mdt" list --read-only --plain --limit 1 --store "$alone"
number=$("$MDT_BIN/mdt" list --read-only --plain --limit 1 --store "$alone" 2>/dev/null | cut -f1)
if "$MDT_BIN/mdt" show "$number" --store "$alone" >/dev/null 2>"$place/words"; then
  echo "23: a record was opened on a standby, which cannot record that" >&2
  exit 1
fi
grep -q 'it is a standby' "$place/words" || { echo "23: a standby does not say what it is: $(cat "$place/words")" >&2; exit 1; }

running=()
for writer in $(seq 0 $((writers - 1))); do
  "$MDT_BIN/mdt-load" save "$store" --acknowledge "$elsewhere/told.$writer" --saves $((saves / writers)) --seconds 1200 \
    --writer "$writer" --of "$writers" --go-on yes --small yes >"$place/said.$writer" 2>"$place/failed.$writer" &
  running+=($!)
  started+=($!)
done
began=$(date +%s.%N)
wait_for "a quarter of the saves" 300 reached $((saves / 4))
# Restarted in the middle of whatever is being written: `fast` ends every transaction that is open.
kill -INT "$one"
wait "$one" || true
serve one -c synchronous_standby_names="$standbys"
one=$server
wait_for "the primary's second start" 20 ask "$place/one" 'SELECT 1'
wait_for "half of the saves" 300 reached $((saves / 2))

if [[ $ASYNCHRONOUS == yes ]]; then
  # The link stalls, and nobody who saves notices.
  wait_for "the standby's return" 20 eval "[[ -n \$(ask '$place/one' 'SELECT pid FROM pg_stat_replication') ]]"
  kill -STOP "$(ask "$place/one" 'SELECT pid FROM pg_stat_replication')"
  wait_for "twenty saves that the standby does not hear of" 60 reached $(($(acknowledged) + 20))
fi

# Every process of the primary at once, so that none finishes what it was doing.
before=$(acknowledged)
children=$(ps -o pid= --ppid "$one")
kill -KILL "$one" $children 2>/dev/null || true
killed=$(date +%s.%N)
ask "$place/two" 'SELECT pg_promote(true, 60)' >/dev/null
promoted=$(date +%s.%N)
wait_for "a save on the promoted standby" 60 reached $((before + writers + 1))
again=$(date +%s.%N)
for process in "${running[@]}"; do wait "$process"; done
ended=$(date +%s.%N)

told=$(acknowledged)
kept="postgresql:///mdt?host=$place/two&user=mdt_host"
status=0
verdict=$("$MDT_BIN/mdt-load" verify "$kept" "$elsewhere"/told.* 2>"$place/lost") || status=$?
head -5 "$place/lost" >&2
"$MDT_BIN/mdt" audit verify --plain --store "$kept" >"$place/audit" || status=1
words=$(cat "$place"/failed.* | wc -l)
timing=$(awk -v k="$killed" -v p="$promoted" -v a="$again" -v b="$began" -v e="$ended" -v n="$told" \
  'BEGIN { printf "promoted after %.2f s, saving again after %.1f s, %.0f saves/s over all", p - k, a - k, n / (e - b) }')
echo "  $verdict; $words refusals were told while a server was away; $timing"
lost=$(sed -n 's/.* lost \([0-9]*\) .*/\1/p' <<<"$verdict")
if [[ $ASYNCHRONOUS == yes ]]; then
  fact="a standby that the primary does not wait for, on a link that stalled before the kill: at least ${lost:-?} lost of $told acknowledged"
  printf 'fact\t23_standby\t%s\n' "$fact" | tee -a "${RESULTS:-/dev/null}"
  [[ ${lost:-0} -gt 0 ]]
  exit
fi
met=met
[[ $status == 0 && $told -ge $saves && $(cut -f1 "$place/audit") == whole ]] || met=missed
[[ $met == met && $FAULTS != full ]] && met=short
figure="${lost:-?} lost of $told acknowledged, primary killed with -9 under load of $writers, $timing; audit whole"
printf 'promise\t23\t%s\t%s\n' "$figure" "$met" | tee -a "${RESULTS:-/dev/null}"
[[ $met != missed ]]
if [[ $FAULTS == full ]]; then ASYNCHRONOUS=yes bash Tests/Faults/23_standby.sh; fi
