#!/usr/bin/env bash
# Backup and restore by the built program: keys, what is refused, a kill at every step, a full disk, somebody inside.
. "$(dirname "$0")/journey.sh"
mdt() { "$MDT" --store "$STORE" "$@"; }
key=$HERE/key backups=$HERE/backups
mkdir "$backups"
value() { sed -nE "s/^ *\"$2\": \"?([^\",]*)\"?,?$/\1/p" "$1" | head -1; } # value FILE KEY: of the program's JSON
last_row() { status_is 0 mdt audit list --limit 1 --json; value "$HERE/out" object; }
three() { same 3 "$(grep -oE '[.]( |$)' "$HERE/err" | wc -l)" "sentences about $1"; }

scene twoPeople
status_is 0 mdt keys new "$key"
public=$(cat "$HERE/out")
status_is 73 mdt keys new "$key"
status_is 0 mdt keys show "$key"
same "$public" "$(cat "$HERE/out")" "the public key"
same 600 "$(stat -c %a "$key")" "the mode of the key's file"
status_is 69 mdt backup "$backups"
holds "$HERE/err" 'Make a key with mdt keys new FILE'
three 'a backup for nobody'
status_is 65 mdt backup "$backups" --recipient "${public%?}"
status_is 65 mdt settings set backup.recipients 'mdt-public-key-1:no' --reason test
status_is 0 mdt settings set backup.recipients "$public" --reason 'nightly backups'
status_is 0 mdt backup "$backups" --json
backup=$(value "$HERE/out" path)
sequence=$(value "$HERE/out" sequence)
same 600 "$(stat -c %a "$backup")" "the mode of the backup"
status_is 0 mdt backup show "$backup" --key "$key" --json
same "$sequence" "$(value "$HERE/out" sequence)" "the audit's end in the manifest"
if grep -qa BEGUM "$backup"; then fail "a name stands in the backup"; fi
same "$(basename "$backup")" "$(ls "$backups")" "what lies in the folder"

# Restored to another place it is the same, with one row more.
status_is 0 "$MDT" --store "$HERE/new/store.mdt" restore "$backup" --key "$key"
status_is 0 "$MDT" --store "$HERE/new/store.mdt" doctor
status_is 0 mdt list --plain
mv "$HERE/out" "$HERE/list"
status_is 0 "$MDT" --store "$HERE/new/store.mdt" list --plain
same "$(cat "$HERE/list")" "$(cat "$HERE/out")" "the list of the restored store"

# What is no backup, each in its own words, and the store is as it was.
before=$(cksum <"$STORE")
spoiled() { # spoiled WORDS: of the refusal of $HERE/spoiled
  status_is 65 mdt restore "$HERE/spoiled" --key "$key"
  holds "$HERE/err" "$1"
  three "$1"
  same "$before" "$(cksum <"$STORE")" "the store's bytes"
}
cp "$STORE" "$HERE/spoiled"
spoiled 'is a database and no backup'
head -c -1 "$backup" >"$HERE/spoiled"
spoiled 'cut short'
{ head -c 100000 "$backup"; printf x; tail -c +100002 "$backup"; } >"$HERE/spoiled"
spoiled 'a piece of it was changed'
echo 'not a backup at all' >"$HERE/spoiled"
spoiled 'no backup that mdt made'
status_is 0 mdt keys new "$HERE/other"
status_is 69 mdt restore "$backup" --key "$HERE/other"
holds "$HERE/err" 'does not open'
three 'another key'

# A store that is newer: refused, then confirmed at the terminal in two lines.
status_is 0 mdt settings set mdt.max_cases 12 --reason test
status_is 69 mdt restore "$backup" --key "$key"
holds "$HERE/err" 'newer by 1 change.'
short=$(basename "$backup" | cut -d- -f2)
terminal 100 24
run "$MDT --store $STORE restore $backup --key $key; echo status:\$?"
sees "Type $short to go on:"
type "$short"
keys Enter
sees 'Type LOSE 1 CHANGE to go on:'
type 'LOSE 2 CHANGES'
keys Enter
sees 'status:69'
t send-keys -t "$WINDOW" C-l
run "$MDT --store $STORE restore $backup --key $key; echo status:\$?"
sees "Type $short to go on:"
type "$short"
keys Enter
sees 'Type LOSE 1 CHANGE to go on:'
type 'LOSE 1 CHANGE'
keys Enter
sees 'status:0'
same 'store restored' "$(last_row)" "the newest row of the restored store"
replaced=$(ls -d "$STORE".replaced-*Z)
status_is 0 "$MDT" --store "$replaced" doctor
rm -f "$replaced"*

# Somebody is inside.
mkfifo "$HERE/lines"
"$MDT" --store "$STORE" --linear <"$HERE/lines" >"$HERE/linear" 2>&1 &
linear=$!
exec 9>"$HERE/lines"
wait_for grep -qiF 'caseload' "$HERE/linear" || fail "the list was not read"
status_is 75 mdt restore "$backup" --key "$key" --confirm "$short" --confirm 'LOSE 2 CHANGES'
holds "$HERE/err" "Process $linear (mdt) has the store open"
three 'somebody inside'
exec 9>&-
wait "$linear" || fail "linear mode ended badly"

# Killed before each step of a restore, the old store is there, or the new one, and both open.
"$ROOT/Tests/Checks/packages.sh" gcc libc6-dev
cc -shared -fPIC -O1 -o "$HERE/die-at.so" "$SMOKE/die-at.c" -ldl
status_is 0 mdt settings set mdt.max_cases 13 --reason test
status_is 0 mdt audit list --limit 2
mkdir "$HERE/kept" "$HERE/play"
cp "$STORE" "$HERE/kept/store.mdt"
cp "$STORE.lock" "$HERE/kept/store.mdt.lock"
STORE=$HERE/play/store.mdt
lose=(--confirm "$short" --confirm 'LOSE 4 CHANGES')
set_up() {
  rm -rf "$HERE/play"
  cp -r "$HERE/kept" "$HERE/play"
  mkdir -m 700 "$STORE.drafts"
  echo '{}' >"$STORE.drafts/a_b.json"
  chmod 600 "$STORE"
}
killed=0
killed_at() { # killed_at STEP COMMAND...: it was killed, or ended well because it took fewer steps this time
  local got=0
  { env LD_PRELOAD="$HERE/die-at.so" DIE_AT="$1" "${@:2}" >"$HERE/out" 2>"$HERE/err" || got=$?; } 2>/dev/null
  case $got in
    137) killed=$((killed + 1)) ;;
    0) ;;
    *) fail "killed at step $1 it ended with $got: $(cat "$HERE/err")" ;;
  esac
}
preloaded() { env LD_PRELOAD="$HERE/die-at.so" "$@"; }
set_up
status_is 0 preloaded env DIE_COUNT="$HERE/count" "$MDT" --store "$STORE" restore "$backup" --key "$key" "${lose[@]}"
steps=$(cat "$HERE/count")
[ "$steps" -ge 10 ] || fail "only $steps steps were seen"
old=0 new=0
for ((step = 1; step <= steps; step++)); do
  set_up
  killed_at "$step" "$MDT" --store "$STORE" restore "$backup" --key "$key" "${lose[@]}"
  case $(last_row) in
    'store restored') new=$((new + 1)) ;;
    'setting mdt.max_cases') old=$((old + 1)) ;;
    *) fail "killed before step $step neither the old nor the new store is there" ;;
  esac
  status_is 0 mdt audit verify
  if [ -e "$STORE.drafts/a_b.json" ]; then :; else fail "killed before step $step the draft is gone"; fi
done
[ "$old" -gt 0 ] && [ "$new" -gt 0 ] || fail "of $steps kills $old left the old store and $new the new one"
# What the killed left is swept by the next, and what was put aside stays.
set_up
killed_at 3 "$MDT" --store "$STORE" restore "$backup" --key "$key" "${lose[@]}"
[ -n "$(ls "$HERE/play" | grep restoring-)" ] || fail "nothing was left to sweep"
status_is 0 mdt restore "$backup" --key "$key" "${lose[@]}"
same '' "$(ls "$HERE/play" | grep restoring- || true)" "what is left of killed restores"

# Killed in the middle of a backup: nothing looks like one, and the next sweeps.
mkdir "$HERE/cut"
status_is 0 preloaded env DIE_COUNT="$HERE/count" "$MDT" --store "$STORE" backup "$HERE/cut/whole" --recipient "$key"
steps=$(cat "$HERE/count")
for ((step = 1; step <= steps; step++)); do
  killed_at "$step" "$MDT" --store "$STORE" backup "$HERE/cut/$step" --recipient "$key"
  if [ -e "$HERE/cut/$step" ]; then status_is 0 mdt backup show "$HERE/cut/$step" --key "$key"; fi
done
[ "$killed" -gt 25 ] || fail "only $killed were killed"
status_is 0 mdt audit verify
status_is 0 mdt backup "$HERE/cut/last" --recipient "$key"
same '' "$(ls "$HERE/play" | grep copying- || true)" "what is left of killed backups"

# Two at once.
mdt backup "$HERE/cut/a" --recipient "$key" >"$HERE/a" 2>&1 &
one=$!
mdt backup "$HERE/cut/b" --recipient "$key" >"$HERE/b" 2>&1 &
wait "$one" || fail "the first of two backups: $(cat "$HERE/a")"
wait $! || fail "the second of two backups: $(cat "$HERE/b")"
for name in a b; do status_is 0 mdt backup show "$HERE/cut/$name" --key "$key"; done

# Full disks: of the backup, and of the store.
disk=$HERE/disk
mkdir "$disk"
if ! mount -t tmpfs -o size=3m,mode=700 tmpfs "$disk" 2>/dev/null; then
  echo "  $JOURNEY: the full disk was left out, this account may not mount a small one"
  exit 0
fi
unmount() {
  umount "$disk" 2>/dev/null || umount -l "$disk"
  end_journey
}
trap unmount EXIT
dd if=/dev/zero of="$disk/filler" bs=1k count=2900 2>/dev/null
status_is 73 mdt backup "$disk" --recipient "$key"
holds "$HERE/err" 'the disk is full'
three 'a full disk'
same filler "$(ls "$disk")" "what lies on the full disk"
status_is 69 "$MDT" --store "$disk/store.mdt" restore "$backup" --key "$key"
holds "$HERE/err" 'he disk is full'
same filler "$(ls "$disk" | grep -v lock)" "what lies on the full disk"
rm "$disk/filler"
status_is 0 mdt backup "$disk" --recipient "$key"
