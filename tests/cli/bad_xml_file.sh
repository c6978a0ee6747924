# bad_xml_file: an entity that points at a file, or at another machine, is not followed, and the record says so
. "$SOURCE/tests/cli/bad.inc"
echo 'a secret of this machine' >secret
for kind in "SYSTEM \"secret\"" "SYSTEM \"file://$PWD/secret\"" "SYSTEM \"http://127.0.0.1:9/secret\""; do
    number=$((${number-0} + 1))
    {
        printf '<?xml version="1.0"?>\n<!DOCTYPE article [<!ENTITY e %s> <!ENTITY %% p %s> %%p;]>\n' "$kind" "$kind"
        printf '<article><front/><body><p>Dupilumab and &e; conjunctivitis.</p></body></article>\n'
    } >in/entity$number.xml
done
build_in
rxcite --library out/library.db list diagnostics | grep entity | sed 's/  */ /g'
grep -rl 'a secret' out
exit 0
