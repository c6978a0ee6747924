# annotate: drugs, reactions and relations of a text; a line in, a line out; offsets in code points
printf 'Müller saw dupilumab-induced conjunctivitis but no fever.' >text.txt
rxcite annotate text.txt
printf '%s\n' '{"id":"a","text":"AGEP after dupilumab."}' 'no json' '{"id":7}' '{"id":"b","text":"A child with fever.","phrases":["fever"]}' >lines
tell rxcite annotate --jsonl lines
rxcite --jobs 1 annotate --jsonl lines >one 2>/dev/null
rxcite --jobs 2 annotate --jsonl - <lines >two 2>/dev/null
cmp one two
json_ok --lines <one
