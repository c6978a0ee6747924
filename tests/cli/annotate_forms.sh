# annotate_forms: PubTator in; PubTator, BioC JSON and our JSON out
printf '11|t|Tremor after lithium\n11|a|A man of 49 had no fever.\n11\t0\t6\tTremor\tDisease\tD014202\n\n12|t|Rash\n12|a|\n' >in.pubtator
tell rxcite annotate -f pubtator in.pubtator
rxcite --quiet annotate in.pubtator | json_ok --lines
rxcite --quiet annotate -f bioc in.pubtator | json_ok
printf '%s\n' '{"id":"a","text":"AGEP after dupilumab."}' 'no json' | rxcite annotate --jsonl -f bioc - | json_ok
tell rxcite annotate -f xml in.pubtator
