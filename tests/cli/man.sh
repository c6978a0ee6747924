# man: docs/rxcite.1 is what the program says of itself (make it anew: rxcite help --man >docs/rxcite.1), without faults
command -v mandoc >/dev/null || skip "no mandoc"
rxcite help --man | diff - "$SOURCE/docs/rxcite.1"
mandoc -Tlint -W warning "$SOURCE/docs/rxcite.1" | grep -v 'missing date'
exit 0
