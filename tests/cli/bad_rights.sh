# bad_rights: a folder and a file without rights are named, the rest is done
. "$SOURCE/tests/cli/bad.inc"
mkdir in/closed
echo 'Dupilumab.' >in/closed/page.txt
echo 'Dupilumab.' >in/closed.txt
chmod 0 in/closed in/closed.txt
if [ "$(id -u)" -eq 0 ]; then
    chmod 755 . .. && chown -R 65534:65534 .
    program=$(command -v rxcite)
    rxcite() { setpriv --reuid=65534 --regid=65534 --clear-groups "$program" "$@"; }
    rxcite --version >/dev/null 2>&1 || skip "no way to run the program without the rights of root"
fi
build_in
chmod 755 in/closed
mkdir shut && chmod 555 shut
tell rxcite build in/good.txt -o shut/out
tell rxcite add in/good.txt --library shut/library.db
