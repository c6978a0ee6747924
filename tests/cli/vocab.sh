# vocab: the shipped vocabularies are sound and large enough; one of the user's own is used beside them
rxcite vocab check 2>said
echo "exit status $?"; grep -c "0 errors" said
rxcite vocab list --json | json_ok
rxcite vocab formats | sed 1d | cut -d' ' -f1
head -n 1 "$SOURCE/data/vocab/drugs.tsv" >mine.tsv
printf 'drug:examplomab\tdrug\texamplomab\t\tExamplix\t\tinterleukin inhibitors\tmine\n' >>mine.tsv
rxcite vocab check mine.tsv
echo 'Examplix caused conjunctivitis.' >text.txt
rxcite --vocab mine.tsv annotate text.txt | grep -o '"concept":"drug:[a-z]*"'
printf 'no columns at all\n' >bad.tsv
tell rxcite vocab check bad.tsv
tell rxcite --vocab bad.tsv annotate text.txt
