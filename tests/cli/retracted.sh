# retracted: a notice in one document marks the work that others cite, whichever comes first; the report tells who cites it
cat >letter.md <<'END'
# Swelling of ducts: a letter

Ducts may swell after nicotinamide.[1] They may not.[2]

## References

1. Roe J, Doe P. Ducts of water and their swelling. J Water. 2011;4:55-61. doi:10.9999/jw.2011.4
2. Doe P. RETRACTED: Ducts of milk and their swelling. J Water. 2012;5:17-19.
END
cat >notice.json <<'END'
{"message-type":"work","message":{"DOI":"10.9999/jw.2013.1","type":"journal-article","title":["Retraction: Ducts of water and their swelling"],
"issued":{"date-parts":[[2013]]},"update-to":[{"DOI":"10.9999/JW.2011.4","type":"retraction"}]}}
END
for order in 'letter.md notice.json' 'notice.json letter.md'; do
    rm -f library.db
    for file in $order; do rxcite --quiet --library library.db add "$file"; done
    rxcite --library library.db list works >"works of ${order%% *}"
    rxcite --library library.db report -f md >"report of ${order%% *}"
done
cmp 'works of letter.md' 'works of notice.json'
cmp 'report of letter.md' 'report of notice.json'
cut -c 1-200 'works of letter.md'
sed -n '/^\*\*Take care/p; /^## Retracted/,/^## Which/p' 'report of letter.md' | sed '$d'
