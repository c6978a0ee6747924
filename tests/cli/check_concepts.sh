# check concepts: how much is found of what is known; how often statements hold; what is wrong is said with the line
cat >known.jsonl <<'END'
{"text":"Dupilumab-induced psoriasis.","entities":[{"type":"drug","start":0,"end":9},{"type":"reaction","start":18,"end":27}],"relations":[{"type":"adverse_effect","drug":0,"reaction":1}]}
{"text":"Lithium was given.","entities":[{"type":"drug","start":0,"end":7},{"type":"dose","start":12,"end":17}],"relations":[{"type":"dose","drug":0,"dose":1}]}
{"text":"The weather was fine.","entities":[{"type":"drug","start":4,"end":11}],"relations":[]}
END
rxcite check concepts --errors 5 known.jsonl
rxcite --quiet check concepts --scores known.jsonl | cut -d' ' -f1-3
rxcite check concepts --scores --json known.jsonl 2>/dev/null | json_ok
echo '{"text":3}' >>known.jsonl
tell rxcite check concepts known.jsonl
tell rxcite check concepts --rules known.jsonl
tell rxcite check verbs known.jsonl
