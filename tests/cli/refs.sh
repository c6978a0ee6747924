# refs: references of a document or of raw strings, in each format
rxcite refs samples/pustulosis-dupilumab-letter.md -f csl | json_ok
rxcite refs samples/pustulosis-dupilumab-letter.md -f ndjson | json_ok --lines
rxcite refs samples/pustulosis-dupilumab-letter.md -f bibtex | grep -c '^@article'
printf '%s\n' 'Szatkowski J, Schwartz RA. Acute generalized exanthematous pustulosis (AGEP): A review and update. J Am Acad Dermatol 2015;73:843-8.' \
    '' '%%% no reference' >lines
for format in csl bibtex ris csv ndjson; do
    echo "--- $format"
    rxcite refs --lines lines -f $format
done
rxcite refs --lines - -f csl <lines | json_ok
tell rxcite refs --lines lines -f word
tell rxcite refs missing.txt
