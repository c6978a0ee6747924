# list_nothing: a library without evidence: exit status 4; no library: a sentence that names it; reading leaves nothing behind
echo 'A page about nothing in particular, which names no medicine.' >page.txt
rxcite --quiet add page.txt
tell rxcite list evidence
tell rxcite list evidence --json
tell rxcite --library missing.db list documents
tell rxcite --library page.txt list documents
ls
