#!/usr/bin/env python3
# make_pdf.py: writes the PDF that the golden case of the reader reads: two pages, two columns, running heads, superscripts,
# words broken over lines, columns and pages, a numbered list of references.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: make_pdf.py >tests/golden/readers/pdf/article.in
#        make_pdf.py --password=open >tests/cli/locked.pdf    the same, encrypted with 40 bits as in PDF 1.1
import hashlib
import sys

PAGE = (595, 842)
FONTS = {"r": "Times-Roman", "b": "Times-Bold", "i": "Times-Italic"}


class Page:
    def __init__(self):
        self.ops = []

    def put(self, x, y, size, text, font="r"):
        """Text from (x, y) on, y from the top; "^1^" in it is set as superscript."""
        self.ops.append("BT %g %g Td" % (x, PAGE[1] - y))
        for i, part in enumerate(text.split("^")):
            raised = i % 2
            escaped = part.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            self.ops.append("/%s %g Tf %g Ts (%s) Tj" % (font, size * 0.65 if raised else size, size * 0.35 if raised else 0, escaped))
        self.ops.append("ET")

    def lines(self, x, y, size, leading, lines, font="r"):
        for line in lines:
            self.put(x, y, size, line, font)
            y += leading
        return y


def content():
    left, right = 50, 310
    first = Page()
    first.put(50, 30, 8, "Synthetic Case Reports 2021;4:11-12")
    first.lines(50, 70, 18, 22, ["Tremor after a first dose of examplamine:", "a case report"], "b")
    first.put(50, 115, 10, "Anna Roe^1^, Ben T. Poe^2^")
    first.put(50, 130, 8, "^1^Department of Medicine, University of Nowhere, Nowhere")
    first.put(50, 145, 8, "doi: 10.5555/scr.2021.0011")
    y = first.lines(left, 180, 10, 12, ["Introduction"], "b")
    first.lines(left, y + 2, 10, 12, [
        "Examplamine is given for eczema.^1^ Tremor has", "been seen in two trials,^2,3^ and never with a re-", "challenge. We report a man in whom it came",
        "back each time that the drug was given, and", "who got well each time that it was stopped,", "which speaks for a cause.^1-3^ His doctors had",
        "not known of any case before. He had taken no", "other drug, and nothing in his history told of"])
    y = first.lines(right, 180, 10, 12, ["tremor, of a thyroid that works too hard, or of", "alcohol."])
    y = first.lines(right, y + 10, 10, 12, ["Case report"], "b")
    first.lines(right, y + 2, 10, 12, [
        "A 54-year-old man took 300 mg of examplamine.", "After two hours he had a tremor of both hands.", "It was gone on the next day. A second dose",
        "brought it back; his blood showed nothing un-", "usual. The drug was not given again, and in the"])
    first.put(50, 800, 8, "Synthetic Case Reports")
    first.put(540, 800, 8, "11")
    second = Page()
    second.put(50, 30, 8, "Synthetic Case Reports 2021;4:11-12")
    second.lines(left, 70, 10, 12, ["year that followed the tremor stayed away."])
    y = second.lines(left, 92, 10, 12, ["Discussion"], "b")
    second.lines(left, y + 2, 10, 12, ["Tremor is a rare reaction to examplamine. It may", "be more frequent than the trials tell,^3^ as they", "did not ask for it."])
    y = second.lines(right, 70, 10, 12, ["References"], "b")
    entries = [
        ["Able AB, Baker C. Examplamine for", "eczema. J Invented Med. 2018;12:34-", "40. doi:10.5555/jim.2018.", "0034"],
        ["Cane D, Doe E, Elm F. A trial of", "examplamine. Ann Made Up. 2019;", "7(2):101-9."],
        ["Fox G. Side effects of examplamine.", "J Invented Med. 2020;14:1-8."],
    ]
    y += 2
    for number, entry in enumerate(entries, 1):
        second.put(right, y, 8, "%d." % number)
        y = second.lines(right + 14, y, 8, 10, entry)
    second.put(50, 800, 8, "Synthetic Case Reports")
    second.put(540, 800, 8, "12")
    return [first, second]


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
ID = b"0123456789abcdef"
RIGHTS = -4


def rc4(key, data):
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


class Lock:
    """The standard handler, revision 2: ISO 32000-1, 7.6.3."""

    def __init__(self, password):
        padded = (password.encode() + PAD)[:32]
        self.owner = rc4(hashlib.md5(padded).digest()[:5], padded)
        self.key = hashlib.md5(padded + self.owner + RIGHTS.to_bytes(4, "little", signed=True) + ID).digest()[:5]
        self.user = rc4(self.key, PAD)

    def close(self, number, data):
        return rc4(hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)

    def entry(self):
        return "/Encrypt << /Filter /Standard /V 1 /R 2 /P %d /O <%s> /U <%s> >> /ID [<%s> <%s>] " % (
            RIGHTS, self.owner.hex(), self.user.hex(), ID.hex(), ID.hex())


def write(out, pages, lock=None):
    fonts = "".join("/%s << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >> " % f for f in sorted(FONTS.items()))
    kids = " ".join("%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
               "<< >>" if lock else "<< /Title (Tremor after a first dose of examplamine: a case report) >>"]
    for i, page in enumerate(pages):
        stream = "\n".join(page.ops).encode("latin-1")
        if lock:
            stream = lock.close(5 + 2 * i, stream)
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font << %s>> >> >>" % (PAGE + (5 + 2 * i, fonts)))
        objects.append("<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream.decode("latin-1")))
    data, places = "%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(data))
        data += "%d 0 obj\n%s\nendobj\n" % (i, body)
    xref = len(data)
    data += "xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + "".join("%010d 00000 n \n" % at for at in places)
    data += "trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, lock.entry() if lock else "", xref)
    out.write(data.encode("latin-1"))


password = [arg[11:] for arg in sys.argv[1:] if arg.startswith("--password=")]
write(sys.stdout.buffer, content(), Lock(password[0]) if password else None)
