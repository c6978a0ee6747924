# bad_huge_field: an entry of an export that does not end is refused at a stated limit, and not held
field() { printf "$1"; head -c $((1000000000 / SCALE)) /dev/zero | tr '\0' x; }
# shellcheck disable=SC3045 # of address space, in KiB; sanitizers reserve more
[ "$SCALE" -gt 1 ] || ulimit -v 600000
for head in 'TY  - JOUR\nTI  - ' 'PMID- 1\nTI  - ' 'Authors,Title,Source title,EID\n"Wu L.","'; do
    field "$head" | tell rxcite --jobs 1 --max-bytes 20000000 extract -
done
field 'TY  - JOUR\nTI  - ' | tell rxcite --max-bytes 20000000 check-input - | sed 's/  */ /g'
