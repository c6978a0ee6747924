# related: the nearest reports with reasons; a document is named in several ways
cp "$BUILT/library.db" .
rxcite related pustulosis-dupilumab-letter.md --json >one
json_ok <one
rxcite related "$(rxcite list documents | grep pustulosis-dupilumab-letter | cut -d' ' -f1)" --json >two
cmp one two
grep -o '"reasons":"[^"]' one | sort -u
tell rxcite related no-such-report
tell rxcite related dupilumab
