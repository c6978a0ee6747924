# bad_windows: text that is Windows-1252 and no UTF-8 comes out right, and the record says how it was read
. "$SOURCE/tests/cli/bad.inc"
printf 'Zo\353 M\374ller, Ren\351 Lef\350vre\n\nDupilumab\226induced conjunctivitis \223in a na\357ve patient\224 \200 5.\n' >in/windows.txt
build_in
rxcite extract --text in/windows.txt | grep -o '"text":"Zo[^"]*'
rxcite --library out/library.db list diagnostics | grep windows.txt | sed 's/  */ /g'
