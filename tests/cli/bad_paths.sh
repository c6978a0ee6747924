# bad_paths: what is not there, is a folder without files, or is named oddly
. "$SOURCE/tests/cli/bad.inc"
tell rxcite extract missing.txt >/dev/null
mkdir empty
tell rxcite build empty -o out
ln -s . in/loop
ln -s nowhere in/dangling
cp in/good.txt "in/- odd \$name
of a \"file\".txt"
build_in
