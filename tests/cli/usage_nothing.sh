# usage_nothing: without a command the help goes to standard error
rxcite 2>said
echo "exit status $?"
rxcite help | cmp - said
