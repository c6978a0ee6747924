# check-input: what files are, what would be read, and what not; without a library
command -v python3 >/dev/null || skip "no python3"
mkdir in
cp samples/keratitis-tralokinumab-case.txt in/letter.txt
cp "$SOURCE/tests/golden/readers/ris/entries.in" in/list.ris
cp "$SOURCE/tests/golden/readers/docx/endnotes.in" in/letter.docx
cp "$SOURCE/tests/golden/readers/jats/article.in" in/article.docx
printf '<svg xmlns="http://www.w3.org/2000/svg"/>' >in/drawing.xml
: >in/empty.txt
gzip -nc in/list.ris >in/packed.ris.gz
python3 - <<'END'
import zipfile
with zipfile.ZipFile("in/all.zip", "w") as out:
    for name in ("letter.txt", "list.ris", "letter.docx", "drawing.xml"):
        out.write("in/" + name, "folder/" + name)
    out.write("in/packed.ris.gz", "packed.ris.gz")
END
tell rxcite check-input in
rxcite check-input in --json >json
json_ok <json
tell rxcite check-input in/letter.txt in/letter.docx >/dev/null
tell rxcite check-input nowhere.txt
ls
