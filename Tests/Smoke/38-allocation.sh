#!/usr/bin/env bash
# Naming a social worker fairly (scenario S5), and a caseload that changes hands: by keyboard and by verbs, as the
# coordinator; what nobody sees unseen; and taken back.
. "$(dirname "$0")/journey.sh"
scene fairShare
mdt() { "$MDT" --store "$STORE" "$@"; }

# The loads, exactly; and who could take Osman, with why.
status_is 0 mdt load --plain
holds "$HERE/out" '53	50	1.06	amber	24'
holds "$HERE/out" '41	50	0.82	blue	21'
holds "$HERE/out" '34	35	0.97	green	17'
status_is 0 mdt load --waiting
holds "$HERE/out" 'DELACROIX-BEGUM, Osman (Mr), NHS No. 999 000 0042, waits 1 days, high risk'
holds "$HERE/out" 'Bree Halloran: best, FULL. + knows household'
holds "$HERE/out" '+ speaks Sylheti'
status_is 0 mdt load --json
holds "$HERE/out" '"gini_thousandths":'
status_is 0 mdt team 999 000 0042
holds "$HERE/out" '! Waits for a named social worker since 04-Jan-2016'
holds "$HERE/out" 'Locality link worker, holds no case: '

# Amber wants a reason, whatever way it is done.
status_is 65 mdt assign 9990000042 "Bree Halloran"
holds "$HERE/err" 'Bree Halloran is amber (1.06) and would be red'

# On the screen: ranked, proposed with the reason, published.
terminal 80 24
open_mdt
keys g l
sees 'MDT > Allocation'
sees '1 waiting'
sees '1.06 amber'
sees '+ knows household'
keys Enter
keys Enter
sees 'Why Bree Halloran?'
keys C-u
keys C-s
sees 'Error: Say why it is them all the same.'
type 'knows household'
keys C-s
sees '-> Bree Halloran, why: knows household'
status_is 0 mdt team 9990000042 --json
holds "$HERE/out" '"current": []'
keys C-s
sees 'Publish 1 allocation? y publishes'
keys y
sees 'Nobody waits.'
sees 'u undoes'
status_is 0 mdt team 9990000042
holds "$HERE/out" 'Named social worker: Bree Halloran'
holds "$HERE/out" 'not accepted yet, person not told yet. Decision of an MDT, by Nkem Adair: knows household'

# Somebody who has the role is replaced by whoever saw them, and by nobody else.
status_is 75 mdt assign 9990000042 "Callum Oyelaran" --text "speaks Sylheti"
holds "$HERE/err" 'Nkem Adair gave the role to Bree Halloran'
status_is 0 mdt assign 9990000042 "Callum Oyelaran" --replacing "Bree Halloran" --reason person_request
status_is 0 mdt team 9990000042
holds "$HERE/out" 'Before: Bree Halloran, named social worker, 05-Jan-2016 to 05-Jan-2016, the person asked'
status_is 0 mdt team end 9990000042 --role named_social_worker --reason capacity --text "Full after all"
status_is 0 mdt load --waiting
holds "$HERE/out" 'Osman'

# Long leave: each of 24 people to somebody, two to nobody; seen as a whole first, and taken back.
sees '1 waiting'
keys h
sees 'from Bree Halloran'
sees '24 people.  0 decided'
keys Enter
type nobody
keys C-s
sees '1 decided'
keys j
keys Enter
type nobody
keys C-s
sees '2 decided'
keys a
type 'Ade Bankole'
keys C-s
sees '24 decided'
keys r
sees 'Why are they handed over?'
type 'long leave until June'
keys C-s
sees '^S shows it all'
keys C-s
sees 'Hand over 24 people? y does it'
sees 'To Ade Bankole'
keys y
sees 'Handed over: 24 roles'
status_is 0 mdt staff left
holds "$HERE/out" 'given up by Bree Halloran'
status_is 0 mdt load
holds "$HERE/out" 'A. Bankole is red'
keys u
sees 'Undone: Handed over 24 roles'
status_is 0 mdt load --plain
holds "$HERE/out" '53	50	1.06	amber	24'
status_is 0 mdt team mine --json
status_is 0 mdt doctor
keys Escape
sees 'MDT > Allocation'
leave_mdt
