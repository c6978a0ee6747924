# bad_nul: text with a few NUL bytes in it is read without them
. "$SOURCE/tests/cli/bad.inc"
{ sed 's/$/ /' samples/keratitis-tralokinumab-case.txt; printf 'a\000b \000 dupilumab\000\n'; } >in/nul.txt
build_in
rxcite --library out/library.db list diagnostics | grep nul.txt | sed 's/  */ /g'
