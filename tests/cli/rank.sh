# rank: the drug that the samples are about leads; JSON has the same rows; every network can be ranked
cp "$BUILT/library.db" .
rxcite rank --kinds drug --by degree --top 1 | sed 's/  */ /g' | cut -d' ' -f1-4
rxcite rank --network citation --by pagerank,in_degree --top 3 --json >json
json_ok <json
grep -o '"rank":[0-9]*' json
for network in $(rxcite list networks | sed 1d | cut -d' ' -f1); do
    rxcite rank --network "$network" --json | json_ok || echo "$network"
done
tell rxcite rank --by pagernak
tell rxcite rank --network everything
tell rxcite rank --kinds people
