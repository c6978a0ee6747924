# bad_text: texts that tell little, each of 1 MB on one line, are answered in bounded time; what makes them doubtful is said.
size=$((1000000 / SCALE))
answer() {
    echo "$1"
    printf "$2%.0s" 1 2 3 4 5 6 7 8 9 10 >part
    yes "$(cat part)" | tr -d '\n' | head -c $size >text.txt
    timeout 300 rxcite annotate text.txt >answer.json
    echo "exit status $?"
    json_ok <answer.json
    grep -o '"code":"text[^"]*"' answer.json | sort -u
}
answer 'no full stops' 'aspirin caused rash and '
answer 'capitals' 'THE PATIENT DEVELOPED RASH AFTER ASPIRIN '
answer 'rows' '1\\t2\\t3 | '
answer 'brackets' '(('
answer 'definitions' 'acute rash (AR) '
answer 'one letter' 'a'
answer 'stops' '. '
answer 'another script' 'кожная сыпь '
