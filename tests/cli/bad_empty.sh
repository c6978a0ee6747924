# bad_empty: an empty file, and one of nothing but white space
. "$SOURCE/tests/cli/bad.inc"
: >in/empty.txt
printf ' \n\t\n  \n' >in/white.txt
build_in
