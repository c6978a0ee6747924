# report: each form from the library is the one that build wrote
cp "$BUILT/library.db" .
rxcite report | cmp - "$BUILT/report.md"
rxcite report -f html | cmp - "$BUILT/report.html"
rxcite report -f json | json_ok
rxcite report -f csv | head -n 1
tell rxcite report -f pdf
