# explain, path: where an edge comes from, how two things connect
cp "$BUILT/library.db" .
rxcite explain drug:dupilumab disorder:acute-generalized-exanthematous-pustulosis --json >json
json_ok <json
grep -o '"place":"pustulosis-dupilumab-letter.md:[0-9]*"' json | sort -u | head -n 1
tell rxcite explain dupilumab 'no such thing'
rxcite path dupixent-faq.txt pustulosis-dupilumab-letter.md --json >json
json_ok <json
rxcite path dupixent-faq.txt pustulosis-dupilumab-letter.md | wc -l
