# add_twice: a file that is in the library already changes nothing
rxcite add samples/pustulosis-dupilumab-letter.md
rxcite report -f json >before
rxcite add samples/pustulosis-dupilumab-letter.md
rxcite report -f json >after
cmp before after
cp samples/pustulosis-dupilumab-letter.md same-under-another-name.md
rxcite add same-under-another-name.md
rxcite report -f json >after
cmp before after
