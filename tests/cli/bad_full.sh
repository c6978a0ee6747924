# bad_full: a full disk is told as such, exit status 1, and leaves nothing half-written under a final name
. "$SOURCE/tests/cli/bad.inc"
rxcite extract in/good.txt >/dev/full
echo "exit status $?"
mkdir full
mount -t tmpfs -o size=16k tmpfs full 2>/dev/null || skip "no right to mount a small disk"
trap 'umount full' EXIT
rxcite build in/good.txt -o full 2>said
echo "exit status $?"
grep -o 'rxcite: library full/library.db' said
ls -A full
tell rxcite add in/good.txt --library full/other.db
ls -A full
umount full
mount -t tmpfs -o size=250k tmpfs full
tell rxcite build in samples -o full
find full -type f -printf '%f\n' | grep -vxE 'records.ndjson|references.(json|bib|ris)|graph.(dot|svg|graphml)'
exit 0
