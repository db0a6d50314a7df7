#!/usr/bin/env bash
# Ten people of ten roles side by side on the demo's store: each sees what table 8.1 and their relationships allow, and no
# more; what one opens in an emergency another looks at afterwards. How many each must see is counted without the program.
. "$(dirname "$0")/journey.sh"
. "$(dirname "$0")/people.sh"
need_root 70
roles=(coordinator navigator social manager gp consultant hospital analyst officer admin)
people "${roles[@]}"
declare -A name=(
  [coordinator]='Nkem Adair' [navigator]='Farida Rahmani' [social]='Callum Oyelaran' [manager]='Begoña da Silva'
  [gp]='Dr Iona Sefton' [consultant]='Dr Yetunde Kamara' [hospital]='Tomas Beck' [analyst]='Blessing Oyelaran'
  [officer]='Zora Ince' [admin]='Zoë Jackson')
group=mdtg$$
mkdir -m 755 "$HERE/bin" "$HERE/records"
for copy in mdt plain; do install -m 755 "$MDT" "$HERE/bin/$copy"; done
mdt=$HERE/bin/mdt
scene busyTuesday "$STORE"
root_mdt() { "$HERE/bin/plain" --store "$STORE" "$@"; }
for role in "${roles[@]}"; do status_is 0 root_mdt staff account "${name[$role]}" "${!role}"; done
for privilege in admin:admin officer:privacy_officer; do
  status_is 0 root_mdt privileges propose "${privilege#*:}" "${name[${privilege%:*}]}" --reason 'For this journey'
done
status_is 0 "$mdt" install setgid --store "$STORE" --group "$group" --do
for privilege in $(root_mdt privileges --plain | awk -F '\t' '$6 == "" { print $1 }'); do
  status_is 0 as "$coordinator" "$mdt" privileges confirm "$privilege"
done

# What each must see, from the tables alone: enrolled and invited people, by practice, locality and care team.
count() { python3 - "$STORE" "$1" <<'END'; }
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
listed = {row[0] for row in store.execute("SELECT patient_id FROM enrolment WHERE status IN ('enrolled', 'invited')")}
def of(sql, *values): return {row[0] for row in store.execute(sql, values)}
practice = lambda code: of("SELECT patient_id FROM registered_practice WHERE practice_code = ? AND end_on IS NULL", code)
whole = of("SELECT patient_id FROM registered_practice r JOIN practice_link k ON k.practice_code = r.practice_code"
           " JOIN locality l ON l.id = k.locality_id WHERE l.name = 'South West' AND r.end_on IS NULL AND k.end_on IS NULL")
team = lambda name: of("SELECT patient_id FROM care_team_member t JOIN staff s ON s.id = t.staff_id WHERE s.name = ?"
                       " AND t.end_at IS NULL AND t.entered_in_error = 0", name)
seen = {"coordinator": whole | team("Nkem Adair"), "navigator": whole | team("Farida Rahmani"), "manager": listed,
        "social": team("Callum Oyelaran"), "gp": practice("F99001") | team("Dr Iona Sefton"),
        "consultant": team("Dr Yetunde Kamara"), "hospital": team("Tomas Beck") | of(
            "SELECT patient_id FROM referral WHERE kind = 'hospital_social_work' AND closed_at IS NULL"
            " AND entered_in_error = 0")}[sys.argv[2]]
print(len(seen & listed))
END

cat >"$HERE/open" <<END
#!/bin/bash
cd "\$(getent passwd "\$1" | cut -d: -f6)"
exec setpriv --reuid "\$1" --regid "\$(id -g "\$1")" --init-groups --inh-caps=-all --bounding-set=-all \
  env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="\$PWD" TERM=screen-256color TZ=Europe/London "$mdt"
END
chmod 755 "$HERE/open"
for role in "${roles[@]}"; do
  in_window "$role"
  terminal 80 24
  run "$HERE/open ${!role}; echo status:\$?"
done

# The front screen: the worklists of the role, and the caseload beneath.
for role in "${roles[@]}"; do
  in_window "$role"
  sees 'MDT > Today'
  case $role in
    analyst | admin) sees 'No worklist is open to your role.' ;;
    officer) sees 'Privacy  ' ;;
    *) sees 'Plans due or overdue' && sees 'Nobody owns this' ;;
  esac
  if [ "$role" != officer ] && shown 'Openings of records'; then fail "the $role is led to the privacy list"; fi
  keys Escape
  sees 'MDT > Caseload'
done
for role in coordinator navigator social manager gp hospital; do
  in_window "$role"
  number=$(count "$role")
  [ "$number" -gt 0 ] || fail "$role: nobody is there to be seen, so the check shows nothing"
  sees "$number of $number shown"
done
in_window coordinator && sees 'South West locality'
in_window social && sees 'my people'
in_window gp && sees 'my list'
in_window manager && sees 'everyone'
in_window consultant
same 0 "$(count consultant)" "whom the consultant must see"
sees '0 of 0 shown'
sees 'Nobody is on your list yet.'
for role in analyst officer admin; do
  in_window "$role"
  sees 'Your role lists nobody.'
  if screen | grep -qE '999 [0-9]{3} [0-9]{4}'; then fail "the $role sees somebody"; fi
done

# One person, registered with the GP's practice and looked after by another social worker.
find_her() {
  keys g f
  sees 'Find ['
  keys C-u
  type 'abernathy ruth'
}
for role in coordinator navigator manager gp social consultant hospital; do
  in_window "$role"
  find_her
  case $role in
    social | consultant | hospital) sees 'identity only' ;;
    *) sees '999 000 0034  name' ;;
  esac
  keys Enter
  case $role in
    social | consultant | hospital)
      sees 'This record is not open to you.'
      if shown 'Trimethoprim'; then fail "the $role reads of a closed record"; fi
      ;;
    *)
      sees '[record]'
      sees 'Known allergies: Trimethoprim'
      ;;
  esac
done
for role in analyst officer admin; do
  in_window "$role"
  find_her
  sees 'Your role may not search for people.'
  if shown 'ABERNATHY'; then fail "the $role finds somebody"; fi
  keys Escape
  loses 'Find ['
done

# Changing the plan: three may, one may but for its clinical parts, one may not.
for role in coordinator navigator gp manager; do
  in_window "$role"
  keys e
  if [ "$role" = manager ]; then
    sees 'The plan was not opened for editing.'
    if shown '[EDITING]'; then fail 'the manager is in the form'; fi
    continue
  fi
  sees '[EDITING]'
  keys 8
  sees '8 Formulation  '
  keys n
  if [ "$role" = coordinator ]; then
    sees 'Your role may not change the clinical parts'
  else
    sees '^G help'
    keys Escape
    loses '^G help'
    keys Escape
  fi
  keys Escape
  loses '[EDITING]'
done

# The audit, privacy and administration.
for role in "${roles[@]}"; do
  in_window "$role"
  keys g a
  case $role in
    officer) sees 'everything, newest first' && loses 'The audit was not listed' && sees 'was refused: may not read the audit' ;;
    *) sees 'Your role may not read the audit.' ;;
  esac
  keys g p
  case $role in
    officer) sees '0 wait.' ;;
    *) sees 'Your role may not close a privacy alert.' ;;
  esac
done
in_window admin
keys g s
sees 'Everything that is administered'
if screen | grep -qE '999 [0-9]{3} [0-9]{4}'; then fail "the administrator sees somebody"; fi

# Break-glass leaves an open review, which another person closes.
in_window consultant
find_her
sees 'identity only'
keys Enter
sees 'What would open it'
keys 3
sees 'At least 15 characters'
type 'On call in the emergency department tonight'
keys Enter
sees '! BREAK-GLASS until'
in_window officer
sees '1 waits.'
sees 'Dr Yetunde Kamara, consultant, Barts Health'
keys Enter
sees 'Verdict'
keys 1
sees 'Justified'
keys C-s
sees 'Reviewed: justified.'
sees '0 wait.'

# The person's report: made by whoever may not search, and said in words.
status_is 0 as "$officer" "$mdt" audit report 9990000034
holds "$HERE/out" 'Dr Yetunde Kamara'
holds "$HERE/out" 'Nkem Adair'
holds "$HERE/out" 'Callum Oyelaran, social worker at LBTH, asked for the record and was refused'
lacks "$HERE/out" 'Blessing Oyelaran'
if grep -nE '[a-z]_[a-z]|[0-9a-f]{8}-' "$HERE/out"; then fail "a report with codes in it"; fi
status_is 69 as "$gp" "$mdt" audit report 9990000034
three 'a report by a GP'
status_is 69 as "$officer" "$mdt" show 9990000034
three 'a record shown to the privacy officer'
for role in "${roles[@]}"; do
  in_window "$role"
  keys g c
  sees 'MDT > Caseload'
  keys q
  ends_with 0
done
status_is 0 root_mdt doctor
