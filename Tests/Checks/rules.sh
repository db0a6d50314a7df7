#!/usr/bin/env bash
# The house rules that a compiler does not keep: arrows one way, one door to each library, no forbidden names.
set -uo pipefail
cd "$(dirname "$0")/../.."
failed=0
rule() { # rule SENTENCE PATTERN PATHSPEC...: nothing may match
  local sentence=$1 pattern=$2 hits
  shift 2
  hits=$(git grep --untracked -nE "$pattern" -- "$@" 2>/dev/null)
  if [ -n "$hits" ]; then
    printf '%s\n%s\n\n' "$sentence" "$hits"
    failed=1
  fi
}
imports='^[[:space:]]*(public |internal |private |fileprivate |package |@testable )*import'

rule 'CaseModel imports nothing but SafeText.' "$imports (Foundation|Glibc|CaseStore|CaseExchange|TerminalKit|GRDB)" 'Sources/CaseModel/*.swift'
rule 'GRDB is imported by the SQLite engine alone.' "$imports GRDB" 'Sources/*.swift' ':!Sources/CaseStore/Engines/SQLite/*'
rule 'CPostgreSQL is imported by the PostgreSQL engine alone.' "$imports CPostgreSQL" 'Sources/*.swift' ':!Sources/CaseStore/Engines/PostgreSQL/*'
rule 'CSodium is imported by the store alone.' "$imports CSodium" 'Sources/*.swift' ':!Sources/CaseStore/*'
rule 'CTerminal is imported by TerminalNCurses and by the one file that measures text.' "$imports CTerminal" 'Sources/*.swift' ':!Sources/TerminalNCurses/*' ':!Sources/TerminalKit/Picture/ScalarWidth.swift'
rule 'In CaseApp only +Work files and World import the store.' "$imports CaseStore" 'Sources/CaseApp/*.swift' ':!Sources/CaseApp/*+Work.swift' ':!Sources/CaseApp/Loop/World.swift'
rule 'CaseStore and CaseExchange know no screens.' "$imports (CaseApp|TerminalKit|TerminalNCurses)" 'Sources/CaseStore/*.swift' 'Sources/CaseExchange/*.swift'
rule 'CaseExchange knows no store.' "$imports CaseStore" 'Sources/CaseExchange/*.swift'
rule 'TerminalKit knows no cases.' "$imports (Case[A-Z]|Foundation)" 'Sources/TerminalKit/*.swift' 'Sources/SafeText/*.swift'
rule 'The screens need no Foundation.' "$imports Foundation" 'Sources/CaseApp/*.swift'
rule 'Only tests, scenes and the load of the fault harnesses import CaseTesting.' "$imports CaseTesting" 'Sources/*.swift' ':!Sources/mdt-scene/*' ':!Sources/mdt-load/*' ':!Sources/CaseTesting/*'

rule 'Only scenes are filled in one transaction.' 'filledBy|SQLiteGathering' 'Sources/*.swift' ':!Sources/CaseTesting/*' ':!Sources/CaseStore/Opening/CaseStore+Filling.swift' ':!Sources/CaseStore/Engines/SQLite/SQLiteGathering.swift'

# Promise 10. Where the store is reached: by a Need, decided and audited in its own transaction. What goes round it is named
# here with its reason, and `WalkTests` holds every public call against what it owes the audit.
store='Sources/CaseStore/*.swift'
engines=':!Sources/CaseStore/Engines/*' # how SQLite and PostgreSQL are spoken to
writing=':!Sources/CaseStore/Writing/*' # where every read and write is decided
calls=':!Sources/CaseStore/CaseStore.swift' # closing, the change number, waiting, the schema: nobody's words
opening=':!Sources/CaseStore/Opening/*' # a store is opened or made: nobody is at it yet
doctor=':!Sources/CaseStore/Doctor/*' # looks at everything, also at what does not open, and shows no content
restoring=':!Sources/CaseStore/BackingUp/*' # a copy that nobody works in; that it is made, or put in place, has its row
rule 'No read and no write without a Need: engine.read, readAside and write are called in Writing/ alone.' \
  '\bengine\)?\.(read|readAside|write)\b' "$store" "$engines" "$writing"
rule 'The engine is used where it is named why.' '^[^/]*\bengine\b' "$store" "$engines" "$writing" "$calls" "$opening" "$doctor" \
  ':!Sources/CaseStore/BackingUp/CaseStore+Backup.swift'
rule 'Files and servers are opened by engines, openings, the doctor and what restores.' \
  '\b(SQLiteAlone\.|SQLiteEngine\(|PostgreSQLEngine\(|SQLiteGathering\(|PostgreSQLSession\(|PostgreSQLConnection\(|SQLiteConnection\(|DatabaseQueue\(|DatabasePool\()' \
  "$store" "$engines" "$calls" "$opening" "$doctor" "$restoring"
rule 'A change is made by Writing/, with a new store and with one that is restored.' '\bChange\(connection' "$store" "$writing" \
  ':!Sources/CaseStore/Opening/Creating.swift' ':!Sources/CaseStore/BackingUp/Replacing.swift'
rule 'The audit is written by a change.' 'AuditChain\.append|INTO audit_event' "$store" "$engines" ':!Sources/CaseStore/Writing/Change.swift' \
  ':!Sources/CaseStore/Audit/AuditChain.swift'
# Nobody is asked: where, and why, stands at each.
rule 'That nobody needs to be asked is said in the places that are known.' '\.nothing\(because' "$store" \
  ':!Sources/CaseStore/Access/AccessGate.swift' "$calls" ':!Sources/CaseStore/Caseload/DayTurn.swift' \
  ':!Sources/CaseStore/Access/CaseStore+Privacy.swift' ':!Sources/CaseStore/Administration/CaseStore+Standing.swift'
rule 'What the doctor may without being asked is the doctor'"'"'s alone.' ', \.doctor\b' "$store" "$doctor"

rule 'Time, identity and the process come from World.' '\b(Date|UUID)\(\)|ProcessInfo\.processInfo' 'Sources/*.swift' ':!Sources/mdt/*' ':!Sources/mdt-scene/*' ':!Sources/CaseTesting/Scenes/TemporaryFolder.swift'
rule 'No escape from the compiler.' '@unchecked|nonisolated\(unsafe\)|\btry!|\bas!|fatalError\(' 'Sources/*.swift'
rule 'No failure is met with silence.' '\btry\?|catch *\{ *\}' 'Sources/*.swift'
rule 'Formatting is ours: no locale changes a date or a number.' '\b(DateFormatter|NumberFormatter|ISO8601DateFormatter|NSRegularExpression|Locale\()' 'Sources/*.swift'
rule 'Tests wait for idle and never sleep.' '\bsleep\(|Task\.sleep|usleep' 'Tests/*.swift'
rule 'SQL stays in the common subset.' "datetime\('now'\)|AUTOINCREMENT|INSERT OR (REPLACE|IGNORE)|\bOFFSET\b" 'Sources/CaseStore/*.swift'
rule 'Nothing is left unfinished.' '\b(TODO|FIXME|XXX)\b|PendingScreen' 'Sources/*' 'README.md' 'docs/*'
rule 'No path of one machine.' '/(work|farm|root|opt/swift)/' 'Sources/*' 'Tests/*' 'docs/*' 'README.md' 'Makefile' ':!Tests/Checks/rules.sh'

names=$(git ls-files -co --exclude-standard 'Sources/*' | grep -E '(Manager|Helpers?|Utils?|Service|Impl|Common)\.swift$|/(Managers|Helpers|Utils|Services|Common)/')
if [ -n "$names" ]; then
  printf 'Files are named after the work people do.\n%s\n\n' "$names"
  failed=1
fi
large=$(git ls-files -co --exclude-standard 'Sources/*.swift' 'Tests/*.swift' | xargs wc -l | awk '$2 != "total" && $1 > 400 {print $2}' |
  while read -r file; do head -12 "$file" | grep -qi 'lines because' || echo "$file"; done)
if [ -n "$large" ]; then
  printf 'A file above 400 lines says near its top why ("... lines because ...").\n%s\n\n' "$large"
  failed=1
fi
[ $failed = 0 ] && echo 'House rules: kept.'
exit $failed
