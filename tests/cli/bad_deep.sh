# bad_deep: 50,000 elements, quotations or lists in each other: read or refused, never a crash
. "$SOURCE/tests/cli/bad.inc"
repeated() { yes -- "$2" | head -n "$1" | tr -d '\n'; }
{ printf '<html><body><p>Dupilumab.</p>'; repeated 50000 '<div>'; printf 'deep'; repeated 50000 '</div>'; } >in/deep.html
{ printf '<article><front/><body>'; repeated 50000 '<sec>'; printf '<p>deep</p>'; repeated 50000 '</sec>'; printf '</body></article>'; } >in/deep.xml
{ printf '# Deep\n\n'; repeated 50000 '> '; printf 'deep\n'; } >in/deep.md
{ printf '# Deep\n\n'; repeated 50000 '- '; printf 'deep\n'; } >in/lists.md
build_in
