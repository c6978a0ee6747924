/* fuzz_source.h: what the bytes of an input are for: which reader, and forms that are easier to vary than the real ones.
 *   "\1jats\n…"                the bytes behind the line are for the reader of that name
 *   "\2a.xml\n…\2b.xml\n…"     a ZIP of these members, for readers of ZIPs
 *   "\3…"                      a PDF, drawn line by line: each begins with three bytes, which say how far from the left it
 *                              stands, how far below the line before, and in which size and font; then its text. "\f" begins a page.
 *                              A third byte above 127 makes the line a link to a place of the first or second page. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RXC_TESTS_FUZZ_SOURCE_H
#define RXC_TESTS_FUZZ_SOURCE_H

#include "fuzz.h"

#include "../zip.h"
#include "read/reader.h"

/* --- the reader ---------------------------------------------------------------------------------------------------- */

static inline const rxc_reader *fuzz_reader_find(Str name)
{
    for (size_t i = 0; rxc_readers[i]; i++)
        if (str_eq(name, str_from(rxc_readers[i]->name))) return rxc_readers[i];
    return NULL;
}

/* The reader that the first line names, which is dropped; NULL when it names none. */
static inline const rxc_reader *fuzz_reader_named(Str *bytes)
{
    size_t end = str_starts(*bytes, S("\1")) ? str_chr(*bytes, '\n') : STR_NONE;
    const rxc_reader *reader = end == STR_NONE ? NULL : fuzz_reader_find(str_sub(*bytes, 1, end));
    if (reader) *bytes = str_drop(*bytes, end + 1);
    return reader;
}

/* --- a ZIP from its members ---------------------------------------------------------------------------------------- */

static inline Str fuzz_zip(Arena *arena, Str bytes)
{
    Buf out = { 0 }, directory = { 0 };
    Str rest = str_drop(bytes, 1), part;
    size_t n = 0;
    while (str_cut(&rest, '\2', &part)) {
        size_t end = str_chr(part, '\n');
        Str name = str_take(part, end < 200 ? end : 200);
        zip_entry(&out, &directory, name, str_drop(part, end == STR_NONE ? part.n : end + 1), 0);
        n++;
    }
    return zip_close(arena, &out, &directory, n);
}

/* --- a PDF from lines ---------------------------------------------------------------------------------------------- */

enum { FUZZ_PAGES_MAX = 8, FUZZ_FONTS = 3 };

typedef struct fuzz_line {
    int x, y, font, size, link; /* link: 0 none, 1.. a page */
    Str text;
} fuzz_line;

/* The next line of a page; y is 800 before the first. */
static inline bool fuzz_line_next(Str *lines, fuzz_line *out)
{
    Str line;
    while (str_cut(lines, '\n', &line)) {
        if (line.n < 4) continue;
        int style = (unsigned char)line.p[2];
        out->x = 2 * (unsigned char)line.p[0];
        out->y -= (unsigned char)line.p[1] - 'A';
        out->size = 5 + style % 16;
        out->font = style / 16 % 4 % FUZZ_FONTS;
        out->link = style < 128 ? 0 : style < 192 ? 1 : 2;
        out->text = str_drop(line, 3);
        return true;
    }
    return false;
}

/* Text operators of a page; the text as hexadecimal digits, so that any byte may be in it. */
static inline void fuzz_page(Buf *out, Str lines)
{
    fuzz_line line = { .y = 800 };
    while (fuzz_line_next(&lines, &line)) {
        buf_printf(out, "BT /F%d %d Tf %d %d Td <", line.font, line.size, line.x, line.y);
        for (size_t i = 0; i < line.text.n; i++) buf_printf(out, "%02x", (unsigned)(unsigned char)line.text.p[i]);
        buf_add(out, S("> Tj ET\n"));
    }
}

/* Links lie on their lines; the first letter says how far down the page they lead. */
static inline void fuzz_links(Buf *out, Str lines)
{
    fuzz_line line = { .y = 800 };
    buf_add(out, S("/Annots["));
    while (fuzz_line_next(&lines, &line)) {
        if (!line.link) continue;
        buf_printf(out, "<</Type/Annot/Subtype/Link/Rect[%d %d %d %d]", line.x, line.y - 2, line.x + 4 * (int)line.text.n, line.y + line.size);
        buf_printf(out, "/Dest[%d 0 R/XYZ 0 %d 0]>>", 1 + FUZZ_FONTS + 2 * line.link, 800 - 4 * (unsigned char)line.text.p[0]);
    }
    buf_char(out, ']');
}

typedef struct fuzz_objects {
    Buf out;
    size_t at[64];
    int n;
} fuzz_objects;

static inline void fuzz_object(fuzz_objects *objects)
{
    objects->at[objects->n++] = objects->out.n;
    buf_printf(&objects->out, "%d 0 obj ", objects->n);
}

static inline void fuzz_fonts(fuzz_objects *objects)
{
    static const char *const names[FUZZ_FONTS] = { "Helvetica", "Helvetica-Bold", "Times-Italic" };
    for (int i = 0; i < FUZZ_FONTS; i++) {
        fuzz_object(objects);
        buf_printf(&objects->out, "<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>> endobj\n", names[i]);
    }
}

static inline void fuzz_page_objects(fuzz_objects *objects, Str lines)
{
    Buf content = { 0 };
    fuzz_page(&content, lines);
    fuzz_object(objects);
    buf_printf(&objects->out, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<<", objects->n + 1);
    for (int i = 0; i < FUZZ_FONTS; i++) buf_printf(&objects->out, "/F%d %d 0 R", i, 3 + i);
    buf_add(&objects->out, S(">>>>"));
    fuzz_links(&objects->out, lines);
    buf_add(&objects->out, S(">> endobj\n"));
    fuzz_object(objects);
    buf_printf(&objects->out, "<</Length %zu>> stream\n", content.n);
    buf_add(&objects->out, buf_str(&content));
    buf_add(&objects->out, S("endstream endobj\n"));
    buf_clear(&content);
}

static inline void fuzz_trailer(fuzz_objects *objects)
{
    size_t at = objects->out.n;
    buf_printf(&objects->out, "xref\n0 %d\n0000000000 65535 f \n", objects->n + 1);
    for (int i = 0; i < objects->n; i++) buf_printf(&objects->out, "%010zu 00000 n \n", objects->at[i]);
    buf_printf(&objects->out, "trailer<</Root 1 0 R/Size %d>>\nstartxref\n%zu\n%%%%EOF\n", objects->n + 1, at);
}

/* Objects: 1 the catalogue, 2 the pages, then the fonts, then each page and what stands on it. */
static inline Str fuzz_pdf(Arena *arena, Str bytes)
{
    fuzz_objects objects = { 0 };
    Str pages[FUZZ_PAGES_MAX], rest = str_drop(bytes, 1);
    int n = 0;
    while (n < FUZZ_PAGES_MAX && str_cut(&rest, '\f', &pages[n])) n++;
    buf_add(&objects.out, S("%PDF-1.4\n"));
    fuzz_object(&objects);
    buf_add(&objects.out, S("<</Type/Catalog/Pages 2 0 R>> endobj\n"));
    fuzz_object(&objects);
    buf_printf(&objects.out, "<</Type/Pages/Count %d/Kids[", n);
    for (int i = 0; i < n; i++) buf_printf(&objects.out, "%d 0 R ", 3 + FUZZ_FONTS + 2 * i);
    buf_add(&objects.out, S("]>> endobj\n"));
    fuzz_fonts(&objects);
    for (int i = 0; i < n; i++) fuzz_page_objects(&objects, pages[i]);
    fuzz_trailer(&objects);
    Str pdf = arena_str(arena, buf_str(&objects.out));
    buf_clear(&objects.out);
    return pdf;
}

/* The bytes that a reader is to get. */
static inline Str fuzz_source(Arena *arena, Str bytes)
{
    if (str_starts(bytes, S("\2"))) return fuzz_zip(arena, bytes);
    if (str_starts(bytes, S("\3"))) return fuzz_pdf(arena, bytes);
    return bytes;
}

/* --- what holds of every document ---------------------------------------------------------------------------------- */

static inline void fuzz_check_doc(const rxc_doc *doc)
{
    const rxc_span *before = NULL;
    for (size_t i = 0; i < doc->blocks.n; before = &doc->blocks.v[i++].span) {
        rxc_span span = doc->blocks.v[i].span;
        FUZZ_HOLDS(span.b <= span.e && span.e <= doc->text.n);
        FUZZ_HOLDS(!before || before->e < span.b);
    }
    for (size_t i = 0; i < doc->marks.n; i++) {
        rxc_span span = doc->marks.v[i].span;
        FUZZ_HOLDS(span.b <= span.e && span.e <= doc->text.n);
        FUZZ_HOLDS(i == 0 || doc->marks.v[i - 1].span.b <= span.b);
    }
    for (size_t i = 0; i < doc->entries.n; i++) FUZZ_HOLDS(doc->entries.v[i].block < doc->blocks.n);
}

#endif
