# records: a library made of records that extract has written is the one made of the documents
rxcite extract --text samples >records.ndjson
for file in samples/*-*; do rxcite --quiet --library documents.db add "$file"; done
rxcite --quiet --library records.db add records.ndjson
for what in documents works evidence; do
    rxcite --library documents.db list $what >"$what of documents"
    rxcite --library records.db list $what >"$what of records"
    cmp "$what of documents" "$what of records"
done
rxcite --library documents.db export -f graphml >'graph of documents'
rxcite --library records.db export -f graphml >'graph of records'
cmp 'graph of documents' 'graph of records'
rxcite extract --text records.ndjson >again.ndjson
cmp records.ndjson again.ndjson
# a damaged line is told, the others are taken
{ head -n 1 records.ndjson; echo '{"schema":"rxcite/record/1","document":7'; sed -n 2p records.ndjson; } >damaged.ndjson
rxcite extract damaged.ndjson | wc -l
