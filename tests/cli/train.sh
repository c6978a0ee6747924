# train: a model from a few tagged references, the same for the same seed; check: how many fields it gets right
gold() {
    printf '{"raw":"%s, %s. %s. %s %s;%s:%s-%s.","gold":' "$1" "$2" "$3" "$4" "$5" "$6" "$7" "$8"
    printf '{"author":[{"family":"%s","given":"%s"},{"family":"%s","given":"%s"}],"title":"%s","container-title":"%s",' \
        "${1% *}" "${1#* }" "${2% *}" "${2#* }" "$3" "$4"
    printf '"issued":{"date-parts":[[%s]]},"volume":"%s","page":"%s-%s","type":"article-journal"}}\n' "$5" "$6" "$7" "$8"
}
{
    gold 'Szatkowski J' 'Schwartz RA' 'Acute generalized exanthematous pustulosis (AGEP): A review and update' 'J Am Acad Dermatol' 2015 73 843 848
    gold 'Simpson EL' 'Paller AS' 'Efficacy and Safety of Dupilumab in Adolescents With Uncontrolled Moderate to Severe Atopic Dermatitis' 'JAMA Dermatol' 2020 156 44 56
} >tagged.jsonl
rxcite train refs tagged.jsonl --epochs 3 -o one.bin >/dev/null 2>&1
echo "exit status $?"
rxcite train refs tagged.jsonl --epochs 3 -o two.bin >/dev/null 2>&1
cmp one.bin two.bin
tell rxcite train refs tagged.jsonl -o one.bin 2>&1 | tail -n 1
tell rxcite train refs missing.jsonl -o three.bin
tell rxcite train nothing tagged.jsonl -o three.bin
rxcite check refs --rules tagged.jsonl | sed 's/  */ /g'
rxcite check refs --model one.bin --json tagged.jsonl 2>/dev/null | json_ok
tell rxcite check refs --model tagged.jsonl tagged.jsonl
ls ./*.bin
