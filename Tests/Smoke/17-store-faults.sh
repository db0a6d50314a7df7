#!/usr/bin/env bash
# Stores that cannot be used are refused in three sentences and left as they are; thirty first starts make one store.
. "$(dirname "$0")/journey.sh"
mdt() { "$MDT" --store "$STORE" "$@"; }
scene twoPeople "$HERE/good.mdt"
refused() { # refused WHAT: the store as it stands is not opened, and its bytes stay
  local before
  before=$(cksum <"$STORE")
  status_is 69 mdt list
  same 3 "$(grep -oE '[.]( |$)' "$HERE/err" | wc -l)" "sentences about $1"
  same "$before" "$(cksum <"$STORE")" "the bytes of $1"
}
: >"$STORE"
refused 'an emptied file'
head -c 2500 "$HERE/good.mdt" >"$STORE"
refused 'a file that is cut'
head -c 65536 /dev/urandom >"$STORE"
refused 'noise'
{
  printf 'not a database, far from'
  tail -c +25 "$HERE/good.mdt"
} >"$STORE"
refused 'a file with another header'
rm -f "$STORE"*
mkdir "$STORE"
status_is 69 mdt list
rmdir "$STORE"
ln -s /etc/passwd "$STORE"
status_is 69 mdt list
status_is 73 mdt init --name 'Jo Francis' --role care_navigator --organisation R9904
rm "$STORE"
starts=()
for start in {1..30}; do
  mdt init --name "Jo Francis" --role care_navigator --organisation R9904 >"$HERE/start$start" 2>&1 &
  starts+=($!)
done
made=0 refusals=0
for start in "${starts[@]}"; do
  got=0
  wait "$start" || got=$?
  case $got in
    0) made=$((made + 1)) ;;
    73) refusals=$((refusals + 1)) ;;
    *) fail "one of thirty first starts ended with $got" ;;
  esac
done
same '1 29' "$made $refusals" "stores made and refusals"
status_is 0 mdt doctor
# The log is lost that a killed program left: what was saved in it is missed.
rm -f "$STORE"*
scene twoPeople
mkfifo "$HERE/lines"
"$MDT" --store "$STORE" --linear <"$HERE/lines" >"$HERE/linear" 2>&1 &
linear=$!
exec 9>"$HERE/lines"
echo 1 >&9
wait_for grep -qF 'Screen: record' "$HERE/linear" || fail "the record was not opened"
kill -9 "$linear"
{ wait "$linear" || true; } 2>/dev/null
exec 9>&-
rm "$STORE-wal"
refused 'a store whose log is lost'
holds "$HERE/err" 'Its last 2 changes are missing'
status_is 69 mdt doctor
holds "$HERE/out" 'Put the right -wal file back beside it'
status_is 0 mdt --read-only list
