# bad_long_line: 100 MB on one line: of one letter, of words, of tags. Each is read in bounded time.
. "$SOURCE/tests/cli/bad.inc"
size=$((100000000 / SCALE))
head -c $size /dev/zero | tr '\0' 'a' >in/letters.txt
yes 'the patient was well and ' | tr -d '\n' | head -c $size >in/words.txt
timeout 500 rxcite build in -o out --no-progress
echo "exit status $?"
rxcite --library out/library.db list documents | sed 's/  */ /g' | cut -d' ' -f1-4
