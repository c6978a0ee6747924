# bad_long_line_html: 20 MB of HTML and Markdown on one line, made to be slow
. "$SOURCE/tests/cli/bad.inc"
size=$((20000000 / SCALE))
{ printf '<html><body>'; yes '<p>a<b>b<i>c' | tr -d '\n' | head -c $size; } >in/tags.html
{ printf '# Title\n\n'; yes '*a **b _c [d](' | tr -d '\n' | head -c $size; } >in/marks.md
yes '<sup>1,2</sup>' | tr -d '\n' | head -c $size >in/callouts.md
timeout 500 rxcite build in -o out --no-progress
echo "exit status $?"
rxcite --library out/library.db list documents | sed 's/  */ /g' | cut -d' ' -f1-4
