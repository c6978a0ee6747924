# suggest: works that the documents cite together and that the library lacks
cp "$BUILT/library.db" .
rxcite suggest --json >json
json_ok <json
rxcite suggest --top 2 | wc -l
