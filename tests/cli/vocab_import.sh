# vocab_import: a foreign vocabulary joins the shipped ones, what is left out is said, its codes are in every export
cd "$SOURCE" || exit
tell rxcite vocab import tests/golden/importers/meddra/*.asc
cd - >/dev/null || exit
cat >atc.csv <<'END'
atc_code,atc_name,ddd,uom,adm_r,note
D11AH,"Agents for dermatitis, excluding corticosteroids",,,,
D11AH05,dupilumab,,,,
D11AH99,examplomab,,,,
END
tell rxcite vocab import atc.csv --merge shipped -o mine.tsv 2>said
cat said
grep -o 'drug:dupilumab	drug\|ATC:D11AH[0-9]*$' mine.tsv
rxcite --quiet vocab check mine.tsv
tell rxcite vocab import atc.csv -o mine.tsv
tell rxcite vocab import -f obo atc.csv
tell rxcite vocab import -f oboe atc.csv
tell rxcite vocab import samples/dupixent-faq.txt
tell rxcite vocab import missing.csv
tell rxcite vocab import
tell rxcite vocab export

echo 'Dupilumab caused conjunctivitis. Examplomab caused eczema.' >text.txt
RXCITE_VOCAB=mine.tsv rxcite --quiet add text.txt
for format in graphml gexf cyjs csv-nodes dot; do
    printf '%s ' "$format"
    rxcite --vocab mine.tsv export -f "$format" | grep -o 'ATC:D11AH[0-9]*' | sort -u | tr '\n' ' '
    echo
done
