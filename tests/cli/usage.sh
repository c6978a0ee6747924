# usage: wrong use is told in one sentence, with what was perhaps meant; exit status 2
tell rxcite biuld samples
tell rxcite extract --txet samples
tell rxcite extract
tell rxcite related one two
tell rxcite rank --top 0
tell rxcite rank --top many
tell rxcite --jobs
tell rxcite list document
tell rxcite help nothing
tell rxcite build samples
cp "$BUILT/library.db" . && tell rxcite export -f graphlm
