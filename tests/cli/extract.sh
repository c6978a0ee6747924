# extract: a record a document, in the order given; a pure function of each document
rxcite --jobs 1 extract samples >one
rxcite --jobs 3 extract samples >two
cmp one two
json_ok --lines <one
for file in $(rxcite extract samples | sed 's/.*"source":{"name":"\([^"]*\)".*/\1/'); do rxcite extract "samples/$file"; done >three
cmp one three
[ "$(grep -c '"schema":"rxcite/record/1"' one)" -eq "$(wc -l <one)" ] || echo "the schema is missing"
