#!/usr/bin/env bash
# A real sshd and a service account: whoever's key it is signs in, whatever else the connection brings, and gets mdt alone.
. "$(dirname "$0")/journey.sh"
. "$(dirname "$0")/people.sh"
need_root 78
if [ ! -x /usr/sbin/sshd ]; then
  echo "SKIPPED: $JOURNEY: 78 checks were NOT made, because there is no sshd (Debian's package openssh-server)." >&2
  exit 0
fi
people guest
service=mdts$$
mkdir -m 755 "$HERE/bin" "$HERE/records" "$HERE/sshd.d"
install -m 755 "$MDT" "$HERE/bin/mdt"
mdt=$HERE/bin/mdt
scene twoPeople "$STORE"
staff_file 'Ann Alder=ann' 'Ben Birch=ben' >"$HERE/staff.csv"
status_is 0 "$mdt" --store "$STORE" import staff "$HERE/staff.csv"
for name in ann ben cat host; do ssh-keygen -q -t ed25519 -N '' -C "$name\"; id" -f "$HERE/$name"; done

# Installing: said, then done, by root alone; keys that bring something of their own are not taken.
before=$(stat -c '%a %U %G' "$mdt" "$STORE" "$HERE/records")
install_it() { "$mdt" install forced-command --store "$STORE" --account "$service" --sshd-folder "$HERE/sshd.d" "$@"; }
with_keys() { install_it --key "ann=$HERE/ann.pub" --key "ben=$HERE/ben.pub" "$@"; }
status_is 0 with_keys
holds "$HERE/out" "make the account $service"
if getent passwd "$service" >/dev/null; then fail "a dry run made the account"; fi
status_is 69 as "$guest" "$mdt" install forced-command --store "$STORE" --do
three 'installing as somebody'
for wrong in 'command="sh"' 'environment="LD_PRELOAD=/tmp/x"' 'cert-authority'; do
  echo "$wrong $(cat "$HERE/cat.pub")" >"$HERE/wrong.pub"
  status_is 65 install_it --key "cat=$HERE/wrong.pub" --do
  three "a key with $wrong"
done
status_is 65 install_it --key "cat=$HERE/cat" --do
status_is 65 install_it --key "../cat=$HERE/cat.pub" --do
status_is 65 install_it --key "cat\" sh=$HERE/cat.pub" --do
if getent passwd "$service" >/dev/null; then fail "a refused line made the account"; fi
status_is 0 with_keys --do
same "600 $service $service" "$(stat -c '%a %U %G' "$STORE")" "the store"
same "700 $service $service" "$(stat -c '%a %U %G' "$HERE/records")" "the folder"
same "644 root root" "$(stat -c '%a %U %G' "/etc/mdt/keys-$service")" "the keys"
same "restrict,pty,command=\"$mdt --as ann\" $(cut -d' ' -f1,2 "$HERE/ann.pub") ann" "$(grep ' ann$' "/etc/mdt/keys-$service")" "Ann's line"

# An sshd that takes everything from everybody, but for what the installation says about its account.
cat >"$HERE/sshd_config" <<END
Port 0
ListenAddress 127.0.0.1
HostKey $HERE/host
PidFile none
UsePAM no
AcceptEnv *
PermitUserEnvironment yes
PermitTunnel yes
GatewayPorts yes
Subsystem sftp internal-sftp
Include $HERE/sshd.d/*.conf
END
made_run=''
if [ ! -d /run/sshd ]; then mkdir -m 755 /run/sshd && made_run=yes; fi
port=$((20000 + $$ % 20000))
sed -i "s/^Port 0/Port $port/" "$HERE/sshd_config"
status_is 0 /usr/sbin/sshd -t -f "$HERE/sshd_config"
/usr/sbin/sshd -D -f "$HERE/sshd_config" -E "$HERE/sshd.log" &
daemon=$!
stop_sshd() {
  kill "$daemon" 2>/dev/null || true
  for process in $(pgrep -U "$service" 2>/dev/null || true); do kill -9 "$process" 2>/dev/null || true; done
  [ -z "$made_run" ] || rmdir /run/sshd 2>/dev/null || true
  take_people_away
}
trap stop_sshd EXIT
listens() { (exec 9<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
wait_for listens || fail "sshd does not listen: $(cat "$HERE/sshd.log")"
client=(ssh -F none -p "$port" -o StrictHostKeyChecking=no -o "UserKnownHostsFile=$HERE/known" -o IdentitiesOnly=yes
  -o IdentityAgent=none -o BatchMode=yes -o LogLevel=ERROR)
with_key() { # with_key NAME OPTION... -- COMMAND...: through sshd with that key
  local name=$1 options=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1") && shift; done
  shift || true
  "${client[@]}" -i "$HERE/$name" "${options[@]}" "$service@127.0.0.1" ${1+-- "$@"}
}
signs_in_as() { # signs_in_as NAME KEY OPTION...
  local name=$1
  shift
  echo quit | with_key "$@" -- linear >"$HERE/out" 2>"$HERE/err" || fail "sign-in: $(cat "$HERE/err")"
  same "$name, care navigator" "$(who "$HERE/out")" "who signs in"
}
signs_in_as 'A. Alder' ann
signs_in_as 'B. Birch' ben

# In a terminal: the screens, and nothing after them.
terminal 80 24
run "${client[*]} -t -i '$HERE/ann' $service@127.0.0.1; echo status:\$?"
sees 'MDT > Today'
sees 'A. Alder'
keys q
sees 'MDT > Caseload'
keys q
sees 'status:0'

# Variables that the connection brings, to a server that takes all of them elsewhere.
cat >"$HERE/mark.c" <<'END'
#include <unistd.h>
__attribute__((constructor)) static void mark(void) { write(2, "PRELOADED\n", 10); }
END
gcc -shared -fPIC -o "$HERE/mark.so" "$HERE/mark.c"
chmod 755 "$HERE/mark.so"
cp "$STORE" "$HERE/other.mdt"
chmod 666 "$HERE/other.mdt"
signs_in_as 'A. Alder' ann -o "SetEnv=USER=ben LOGNAME=ben SUDO_USER=ben MDT_AS=ben HOME=$HERE MDT_STORE=$HERE/other.mdt" \
  -o "SetEnv=LD_PRELOAD=$HERE/mark.so TERMINFO=$HERE XDG_DATA_HOME=$HERE XDG_STATE_HOME=$HERE"
lacks "$HERE/err" PRELOADED

# Even where sshd lets variables through, mdt takes none of them.
cp "$HERE/sshd.d/mdt-$service.conf" "$HERE/kept.conf"
sed -i '/AcceptEnv -/d' "$HERE/sshd.d/mdt-$service.conf"
kill -HUP "$daemon"
passes() {
  echo quit | with_key ann -o "SetEnv=LD_PRELOAD=$HERE/mark.so" -- linear >"$HERE/out" 2>"$HERE/err" || true
  grep -q PRELOADED "$HERE/err"
}
wait_for passes || fail "no variable comes through, so the check shows nothing"
signs_in_as 'A. Alder' ann -o "SetEnv=USER=ben LOGNAME=ben MDT_STORE=$HERE/other.mdt XDG_STATE_HOME=$HERE HOME=$HERE"
if [ -e "$HERE/mdt" ] || [ -e "$HERE/.local" ]; then fail "a folder was made where a variable said"; fi
cp "$HERE/kept.conf" "$HERE/sshd.d/mdt-$service.conf"
kill -HUP "$daemon"
blocked() { ! passes && grep -q 'linear mode' "$HERE/out"; }
wait_for listens
wait_for blocked || fail "variables still come through"

# Commands: none is run, none is looked at.
for command in id sh 'sh -c id' "$mdt --as ben --linear" '--as ben' "--as ben --store $HERE/other.mdt list" 'linear; id' \
  'linear --as ben' ' linear' $'linear\nid' '$(id)' 'internal-sftp' '/usr/lib/openssh/sftp-server'; do
  status_is 69 with_key ann -- "$command"
  holds "$HERE/err" 'Nothing was run.'
  three "the command $command"
  lacks "$HERE/err" uid=
  lacks "$HERE/err" Birch
done
status_is 69 with_key ann -t -t -- id
lacks "$HERE/out" uid=
status_is 69 with_key ann -s -- sftp
lacks "$HERE/out" sftp

# Forwarding: none. The same by somebody who is not the service account shows that it is on.
status_is 255 with_key ann -W "127.0.0.1:$port" --
holds "$HERE/err" 'stdio forwarding failed'
status_is 255 with_key ann -N -o ExitOnForwardFailure=yes -R "0:127.0.0.1:$port" --
install -d -m 700 -o "$guest" "$HERE/home/guest/.ssh"
install -m 600 -o "$guest" "$HERE/cat.pub" "$HERE/home/guest/.ssh/authorized_keys"
usermod --password '*' "$guest"
"${client[@]}" -i "$HERE/cat" -W "127.0.0.1:$port" "$guest@127.0.0.1" </dev/null >"$HERE/out" 2>"$HERE/err" || true
holds "$HERE/out" SSH-2.0

# Keys that root has not written down: another's, and one in the account's own folder. No file of the account's is run.
status_is 255 with_key cat -- linear
install -d -m 700 -o "$service" -g "$service" "$HERE/records/.ssh"
install -m 600 -o "$service" "$HERE/cat.pub" "$HERE/records/.ssh/authorized_keys"
echo 'echo RC-WAS-RUN >&2' >"$HERE/records/.ssh/rc"
echo "USER=ben" >"$HERE/records/.ssh/environment"
chown "$service" "$HERE/records/.ssh/"*
status_is 255 with_key cat -- linear
signs_in_as 'A. Alder' ann
lacks "$HERE/err" RC-WAS-RUN
rm -r "$HERE/records/.ssh"

# --as by somebody else on the same host.
status_is 69 as "$guest" "$mdt" --as ann list
status_is 69 as "$guest" "$mdt" --as ann --store "$HERE/other.mdt" list
holds "$HERE/err" '--as is heeded only'
status_is 69 "$mdt" --as ann --store "$STORE" list
chmod 640 "$STORE"
status_is 69 with_key ann -- linear
holds "$HERE/err" 'does not belong to the service account alone'
chmod 600 "$STORE"
chmod 666 "/etc/mdt/account-$service"
status_is 69 with_key ann -- linear
holds "$HERE/err" '--as is heeded only'
chmod 644 "/etc/mdt/account-$service"

# Somebody comes, somebody goes.
status_is 0 install_it --key "cat=$HERE/cat.pub" --remove-key ben --do
status_is 255 with_key ben -- linear
status_is 69 with_key cat -- linear
holds "$HERE/err" 'Nobody here works under the account cat.'
signs_in_as 'A. Alder' ann
status_is 65 install_it --remove-key ben --do

# A reading under the right name.
printf '%s\n' 'g f' begum 1 quit | with_key ann -- linear >"$HERE/out" 2>"$HERE/err" || fail "reading: $(cat "$HERE/err")"
status_is 0 "$mdt" --store "$STORE" audit list --staff ann --action view
holds "$HERE/out" 'Ann Alder'
status_is 0 "$mdt" --store "$STORE" audit list --staff ben --action view
same '' "$(cat "$HERE/out")" "what Ben has looked at"
status_is 0 "$mdt" --store "$STORE" audit verify

# Undone.
status_is 0 install_it --undo --do
same "$before" "$(stat -c '%a %U %G' "$mdt" "$STORE" "$HERE/records")" "the rights after undoing"
if getent passwd "$service" >/dev/null; then fail "the account is still there"; fi
same '' "$(ls "$HERE/sshd.d")" "what sshd is still told"
if ls /etc/mdt/*"$service" 2>/dev/null; then fail "something is left in /etc/mdt"; fi
