# Sourced by journeys that need accounts of the host: they are made for the journey and taken away after it.
# people NAME...: makes the accounts $NAME, with names that nobody has.
unset MDT_TEST_SERVER
STORE=$HERE/records/store.mdt

need_root() { # need_root CHECKS: says aloud that they were not made, where this account may not make them
  if [ "$(id -u)" = 0 ]; then return; fi
  echo "SKIPPED: $JOURNEY: $1 checks were NOT made, because they need root (accounts, groups, other people's rights)." >&2
  exit 0
}

accounts=()
people() {
  local name
  chmod 755 "$HERE"
  mkdir -m 755 "$HERE/home"
  trap take_people_away EXIT
  for name in "$@"; do
    printf -v "$name" '%s' "mdt$name$$"
    accounts+=("mdt$name$$")
    useradd --no-create-home --home-dir "$HERE/home/$name" --user-group --shell /bin/bash "mdt$name$$"
    mkdir -m 700 "$HERE/home/$name"
    chown "mdt$name$$:mdt$name$$" "$HERE/home/$name"
  done
}

take_people_away() {
  local account
  for account in "${accounts[@]}"; do
    for process in $(pgrep -U "$account" 2>/dev/null || true); do kill -9 "$process" 2>/dev/null || true; done
    # An account with a program that still ends is not taken away.
    nobody_is_left() { ! pgrep -U "$account" >/dev/null 2>&1; }
    wait_for nobody_is_left || true
    userdel "$account" 2>/dev/null || ! getent passwd "$account" >/dev/null || echo "The account $account is left." >&2
  done
  undo_by_force
  end_journey
}

undo_by_force() { # what is left of an installation when a journey fails half-way: only what this one made
  rm -f "/etc/mdt/"*"$$" "/etc/mdt/"*"$$.part"
  rmdir /etc/mdt 2>/dev/null || true
  userdel "mdts$$" 2>/dev/null || true
  groupdel "mdtg$$" 2>/dev/null || true
}

as() { # as ACCOUNT [VARIABLE=VALUE...] COMMAND...: with that account's rights alone, and those variables
  local account=$1
  shift
  (cd "$(getent passwd "$account" | cut -d: -f6)" &&
    exec setpriv --reuid "$account" --regid "$(id -g "$account")" --init-groups --inh-caps=-all --bounding-set=-all \
      env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$PWD" "$@")
}

with_group() { # with_group ACCOUNT GROUP COMMAND...: as whoever had the group as well; shows what the group alone may do
  local account=$1 group=$2
  shift 2
  setpriv --reuid "$account" --regid "$group" --clear-groups --inh-caps=-all --bounding-set=-all "$@"
}

three() { # three WHAT: the last refusal was said in three sentences, on standard error alone
  [ ! -s "$HERE/out" ] || fail "$1: something stands on standard output: $(head -c 300 "$HERE/out")"
  [ "$(tail -n 1 "$HERE/err" | grep -oE '[.:?)](  ?|$)' | wc -l)" -ge 3 ] || fail "$1: no three sentences: $(cat "$HERE/err")"
}

staff_file() { # staff_file NAME=ACCOUNT...: members of staff with accounts
  local pair
  echo 'name,role,organisation,team,locality,account'
  for pair in "$@"; do echo "${pair%%=*},care_navigator,R9904,Care navigation,South West,${pair#*=}"; done
}

who() { grep -m1 'mdt linear mode' "$1" | sed -E 's/^mdt linear mode\. [^,]*, [0-9:]+\. //; s/ Practice store\.$//; s/\.$//'; } # who FILE: as whom it signed in
