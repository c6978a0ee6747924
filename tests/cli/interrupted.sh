# interrupted: Ctrl-C ends in good order: exit status 130, nothing half-written
mkfifo slow
rxcite --jobs 1 build samples slow -o out 2>said &
exec 9>slow
kill -INT $!
exec 9>&-
wait $!
echo "exit status $?"
sed 's/[0-9][0-9]*/N/g' said
ls -A out
