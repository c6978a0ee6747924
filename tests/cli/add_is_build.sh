# add_is_build: adding file by file, in any order, gives the library that build makes at once
for file in samples/*-*; do printf '%s\n' "$file"; done | sort -r | while read -r file; do rxcite --quiet add "$file"; done
rxcite export -f graphml >added
rxcite --library "$BUILT/library.db" export -f graphml >built
cmp added built
