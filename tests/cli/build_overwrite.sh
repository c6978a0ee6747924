# build_overwrite: nothing is replaced without --overwrite, not even in part
mkdir out
echo mine >out/report.md
tell rxcite build samples -o out
ls out
cat out/report.md
rxcite build samples -o out --overwrite --quiet && head -n 1 out/report.md
