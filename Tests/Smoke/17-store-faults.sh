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
