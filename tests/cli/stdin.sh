# stdin: "-" is a document like any other, but for its name
rxcite extract - <samples/pustulosis-dupilumab-letter.md | sed 's/"name":"standard input"/"name":"x"/' >one
rxcite extract samples/pustulosis-dupilumab-letter.md | sed 's/"name":"pustulosis-dupilumab-letter.md"/"name":"x"/' >two
cmp one two
json_ok --lines <one
grep -c '"name":"x"' one
