# bad_labels: quotes, angle brackets, ampersands, backslashes and tags in a title survive into every output
title='A "quoted" <b>bold</b> title & \backslash\n \"both\" {braces} | bars; semicolons, commas and '"'single' ]]> -- </script>"
printf '%s\n\nJane Doe\n\nDupilumab-induced conjunctivitis was seen.\n' "$title" >nasty.txt
rxcite build nasty.txt -o out --quiet
echo "exit status $?"
rxcite list documents --library out/library.db --json | json_ok
rxcite list documents --library out/library.db | sed 1d | grep -oF "$title"
xmllint --noout out/graph.svg out/graph.graphml
xmllint --xpath 'string(//*[local-name()="data"][contains(., "quoted")][1])' out/graph.graphml
xmllint --xpath 'string(//*[local-name()="a"]/@*[contains(., "quoted")])' out/graph.svg | head -n 1
grep -c '</script>' out/report.html out/graph.svg
grep -F -m 1 quoted out/graph.dot | sed 's/^[ 	]*//'
grep -F quoted out/evidence.csv
rxcite export -f csv-nodes --library out/library.db | grep quoted | cut -d, -f1-6
rxcite export -f bibtex --library out/library.db
