# Sourced by every journey: a terminal of its own under tmux with everything pinned, and verbs to drive it.
# Nothing here sleeps: every wait is for a text, at most ten seconds.
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=Europe/London
unset NO_COLOR MDT_STORE MDT_LINEAR COLUMNS LINES
MDT=$1 SCENES=$2
JOURNEY=$(basename "$0" .sh)
HERE=$(mktemp -d "${TMPDIR:-/tmp}/mdt-journey.XXXXXX")
export XDG_DATA_HOME=$HERE/data XDG_STATE_HOME=$HERE/state HOME=$HERE
SOCKET=mdt-$JOURNEY-$$
STORE=$HERE/store.mdt

end_journey() {
  tmux -L "$SOCKET" kill-server 2>/dev/null || true
  rm -rf "$HERE"
}
trap end_journey EXIT

t() { tmux -L "$SOCKET" "$@"; }

scene() { "$SCENES" write "$1" "$STORE" --account "$(id -un)" >/dev/null; } # scene NAME: a store to start from

terminal() { # terminal [COLUMNS ROWS [TERM]]: a shell in a terminal of that size
  t -f /dev/null new-session -d -x "${1:-80}" -y "${2:-24}" \
    "env PS1='ready> ' TERM=${3:-screen-256color} bash --norc --noprofile -i"
  t set-option -g escape-time 0 >/dev/null
  sees 'ready>'
}

run() { t send-keys -l "$*"; t send-keys Enter; } # run COMMAND: at the shell
keys() { t send-keys "$@"; }                      # keys KEY...: as tmux names them
type() { t send-keys -l "$*"; }                   # type TEXT: letter by letter
screen() { t capture-pane -p; }

wait_for() { # wait_for CONDITION...: runs it until it succeeds, at most ten seconds
  local end=$((SECONDS + ${PATIENCE:-10}))
  until "$@"; do
    if [ $SECONDS -ge $end ]; then return 1; fi
    read -rt 0.02 <> <(:) || true
  done
}

shown() { screen | grep -qF -- "$1"; }
hidden() { ! shown "$1"; }

sees() { # sees TEXT: waits until it is on the screen
  wait_for shown "$1" || fail "\"$1\" did not appear"
}

loses() { # loses TEXT: waits until it is gone from the screen
  wait_for hidden "$1" || fail "\"$1\" did not go away"
}

fail() {
  echo "FAILED $JOURNEY: $1" >&2
  screen >&2 || true
  exit 1
}

mdt_json() { "$MDT" --store "$STORE" "$@" --json; }
