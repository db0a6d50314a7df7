# Sourced by every journey: a terminal of its own under tmux with everything pinned, and verbs to drive it.
# Nothing here sleeps: every wait is for something to become true, at most PATIENCE seconds.
set -euo pipefail
export LC_ALL=C.UTF-8 TZ=Europe/London
# Most journeys begin in the caseload; 42 begins where everybody does.
export MDT_BEGIN=caseload
unset NO_COLOR MDT_STORE MDT_LINEAR COLUMNS LINES TMUX TMUX_PANE TERMINFO TERMINFO_DIRS
MDT=$1 SCENES=$2
JOURNEY=$(basename "$0" .sh)
SMOKE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$SMOKE/../.." && pwd)
HERE=$(mktemp -d "${TMPDIR:-/tmp}/mdt-journey.XXXXXX")
export XDG_DATA_HOME=$HERE/data XDG_STATE_HOME=$HERE/state HOME=$HERE
STORE=$HERE/store.mdt
# On a server that the tests were given, the same journeys are made on a database there.
DATABASE=journey_$$
if [ -n "${MDT_TEST_SERVER:-}" ]; then STORE="postgresql:///$DATABASE?host=$MDT_TEST_SERVER"; fi
PATIENCE=${PATIENCE:-30}
WINDOW=main

end_journey() {
  local left
  left=$(programs)
  t kill-server 2>/dev/null || true
  for process in $left; do wait_for gone "$process" || kill -9 "$process" 2>/dev/null || true; done
  rm -rf "$HERE"
}
trap end_journey EXIT
trap 'exit 130' INT TERM HUP

t() { tmux -S "$HERE/tmux" -f /dev/null "$@"; }

scene() { # scene NAME [FILE]: a store to start from; each is made once and copied, where there is a SCENE_FOLDER
  local folder=${SCENE_FOLDER:-$HERE} to=${2:-$STORE}
  if [[ $to == postgresql:* ]]; then
    createdb --host="$MDT_TEST_SERVER" "$DATABASE"
    "$SCENES" write "$1" "$to" --account "$(id -un)" >/dev/null
    return
  fi
  if [ ! -f "$folder/$1.mdt" ]; then
    "$SCENES" write "$1" "$folder/$1.mdt" --account "$(id -un)" >/dev/null
  fi
  cp "$folder/$1.mdt" "$to"
  chmod 600 "$to"
}

terminal() { # terminal [COLUMNS ROWS [TERM]]: a window of that size with a shell, named WINDOW
  local command="env HISTFILE= PS1='ready> ' TERM=${3:-screen-256color} bash --norc --noprofile -i"
  if t has-session 2>/dev/null; then
    t new-window -d -n "$WINDOW" "$command"
    t resize-window -t "$WINDOW" -x "${1:-80}" -y "${2:-24}"
  else
    t start-server \; set-option -g escape-time 0 \; set-option -g default-terminal screen-256color \; \
      new-session -d -x "${1:-80}" -y "${2:-24}" -n "$WINDOW" "$command"
  fi
  sees 'ready>'
}

in_window() { WINDOW=$1; } # in_window NAME: what follows is done in that window

run() { t send-keys -t "$WINDOW" -l "$*" \; send-keys -t "$WINDOW" Enter; } # run COMMAND: at the shell
keys() { t send-keys -t "$WINDOW" "$@"; }                                   # keys KEY...: as tmux names them
type() { t send-keys -t "$WINDOW" -l -- "$*"; }                             # type TEXT: letter by letter
screen() { t capture-pane -p -t "$WINDOW"; }
resize() { t resize-window -t "$WINDOW" -x "$1" -y "$2"; } # resize COLUMNS ROWS

paste() { # paste: standard input, as a terminal pastes it (bracketed where the program asked for that)
  t load-buffer -b pasted - \; paste-buffer -p -r -b pasted -t "$WINDOW"
}

record() { # record FILE: every byte that is sent to the terminal from now on
  t pipe-pane -t "$WINDOW" "cat >>'$1'"
}

open_mdt() { # open_mdt [OPTION...]: the program on the store, until the list has been read
  run "stty -a >'$HERE/before'; '$MDT' --store '$STORE' $*; s=\$?; stty -a >'$HERE/after'; echo status:\$s"
  sees 'MDT > Caseload'
  wait_for list_is_read || fail "the list was not read"
}

leave_mdt() { # leave_mdt: from wherever it is back to the caseload and out
  keys Escape
  sees 'MDT > Caseload'
  keys q
  ends_with 0
}

edit() { # edit: from a list or a record to the plan's form
  keys e
  sees '[EDITING]'
  sees '> What is most important to me'
}

open_box() { # open_box: the box of the answer under the cursor
  keys Enter
  sees '^G help'
}

leave_box() {
  keys Escape
  loses '^G help'
}

set_next_review() { # set_next_review TEXT: in the form's last section; leaves the cursor there
  keys 0
  sees '> Plan offered'
  keys Down Down Down Down Down Down
  sees '> Next review'
  open_box
  type "$1"
  keys Enter
  loses '^G help'
}

list_is_read() { screen | grep -qE '^ ?>'; }

ends_with() { # ends_with STATUS: the program has ended so, the shell is back and has the terminal as it left it
  sees "status:$1"
  sees 'ready>'
  on_main_screen || fail "the shell is not back on its own screen"
  same 1 "$(t display-message -p -t "$WINDOW" '#{cursor_flag}')" "whether the cursor is visible"
}

restored() { # restored: the terminal's settings right after the program are those right before it
  same "$(settings "$HERE/before")" "$(settings "$HERE/after")" "the terminal's settings"
}

settings() { tr -d '\n' <"$1" | sed -E 's/rows [0-9]+; columns [0-9]+;//'; }
now_settings() { stty -a <"$(t display-message -p -t "$WINDOW" '#{pane_tty}')" >"$HERE/now"; settings "$HERE/now"; }
on_main_screen() { [ "$(t display-message -p -t "$WINDOW" '#{alternate_on}')" = 0 ]; }

children_of() { cat "/proc/$1/task/$1/children" 2>/dev/null || true; }
program() { children_of "$(t display-message -p -t "$WINDOW" '#{pane_pid}')" | tr -d ' '; } # what runs in the window
programs() { # what runs in all windows, the shells too
  local shell
  for shell in $(t list-panes -a -F '#{pane_pid}' 2>/dev/null); do echo "$shell $(children_of "$shell")"; done
}

fits() { ! screen | grep -qE "^.{$(($1 + 1))}"; } # fits COLUMNS: no row is wider

on_row() { screen | sed -n "$1p" | grep -qF -- "$2"; } # on_row ROW TEXT

# gone PROCESS: it has ended, whether or not its parent has taken note
gone() { [ ! -e "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }

wait_for() { # wait_for CONDITION...: runs it until it succeeds
  local end=$((SECONDS + PATIENCE))
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

holds() { # holds FILE TEXT: the file has the text, now
  grep -qF -- "$2" "$1" || {
    tail -n 40 "$1" >&2
    fail "\"$2\" is not in $(basename "$1")"
  }
}

lacks() { # lacks FILE TEXT
  if grep -qF -- "$2" "$1"; then fail "\"$2\" is in $(basename "$1")"; fi
}

status_is() { # status_is STATUS COMMAND...: output goes to $HERE/out and $HERE/err
  local wanted=$1 got=0
  shift
  "$@" >"$HERE/out" 2>"$HERE/err" </dev/null || got=$?
  if [ "$got" != "$wanted" ]; then
    tail -n 20 "$HERE/out" "$HERE/err" >&2
    fail "exit status $got instead of $wanted: $*"
  fi
}

same() { # same WANTED GOT WHAT
  if [ "$1" != "$2" ]; then fail "$3: \"$2\" instead of \"$1\""; fi
}

fail() {
  echo "FAILED $JOURNEY: $1" >&2
  if t has-session 2>/dev/null; then screen >&2 || true; fi
  exit 1
}

mdt_json() { "$MDT" --store "$STORE" "$@" --json; }
