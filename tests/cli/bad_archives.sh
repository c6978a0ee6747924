# bad_archives: archives that are torn, locked, deep, or unpack to too much; names that lead out
. "$SOURCE/tests/cli/bad.inc"
command -v python3 >/dev/null || skip "no python3"
python3 - <<'END'
import gzip, io, zipfile

def archive(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()

def put(name, data):
    with open("in/" + name, "wb") as f:
        f.write(data)

letter = b"A letter on eyes\n\nDupilumab was given, and conjunctivitis followed.\n"
put("names.zip", archive({"../../out.txt": letter, "/tmp/rooted.txt": letter + b"1", "M\u00fcller \u8bcd.txt": letter + b"2"}))
whole = archive({"a.txt": letter * 3, "b.txt": bytes(range(256)) * 99})
put("torn.zip", whole[:len(whole) // 2])
locked = bytearray(archive({"a.txt": letter}))
for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    locked[locked.find(mark) + at] |= 1
put("locked.zip", locked)
deep = letter
for i in range(6):
    deep = archive({"inner.zip" if i else "letter.txt": deep})
put("deep.zip", deep)
put("empty.zip", archive({}))
put("bomb.gz", gzip.compress(b"a" * (200 << 20), mtime=0))
part = b"<w:document xmlns:w='w'><w:body><w:p>" + b" " * (200 << 20) + b"</w:p></w:body></w:document>"
put("bomb.docx", archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": part}))
END
build_in
find . -name 'out.txt' -o -name 'rooted.txt'
tell rxcite check-input in | sed 's/  */ /g'
