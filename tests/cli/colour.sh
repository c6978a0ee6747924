# colour: none in a pipe, none when NO_COLOR is set
command -v script >/dev/null || skip "no script command to make a terminal with"
cp "$BUILT/library.db" .
escape=$(printf '\033')
rxcite list documents | grep "$escape"
NO_COLOR=1 script -qec "rxcite list documents" /dev/null | grep "$escape\[[0-9;]*m"
exit 0
