# help: the commands and options, on the program and on one command
rxcite help
echo ---
rxcite help related
rxcite related --help >one && rxcite help related >two && cmp one two
