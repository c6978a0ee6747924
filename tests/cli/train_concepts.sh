# train concepts: the same bytes for the same texts; a fold left out; what is wrong is said with the line
text() { printf '{"text":"%s caused %s.","fold":%d,"entities":[{"type":"drug","start":0,"end":%d},{"type":"reaction","start":%d,"end":%d}],"relations":[{"type":"adverse_effect","drug":0,"reaction":1}]}\n' \
    "$1" "$2" "$3" ${#1} $((${#1} + 8)) $((${#1} + 8 + ${#2})); }
{ text Dupilumab psoriasis 0; text Amoxicillin urticaria 1; text Lithium tremor 1; } >known.jsonl
for run in one two; do
    rxcite train concepts known.jsonl --model mention --epochs 2 -o $run.bin 2>&1 | sed 's/, [0-9]* features//'
done
cmp one.bin two.bin
for model in event pair; do
    rxcite train concepts known.jsonl --model $model --except 0 --epochs 2 -o $model.bin 2>&1 | sed 's/, [0-9]* features//'
done
echo '{"text":3}' >>known.jsonl
tell rxcite train concepts known.jsonl --model event -o three.bin
tell rxcite train concepts known.jsonl --model verb -o three.bin
tell rxcite train concepts known.jsonl --model event --except 7 -o three.bin
tell rxcite train concepts known.jsonl --model mention -o one.bin
ls ./*.bin
