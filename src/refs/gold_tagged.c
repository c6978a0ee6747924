/* gold_tagged.c: reads references tagged in XML: AnyStyle's <sequence>, GROBID's TEI <bibl>.
 *
 * Both hold one level of elements that say what a part of the string is; elements inside these are passed over, line
 * breaks become spaces. No document of either needs more of XML than elements, the five entities and character
 * numbers, so nothing more is read; what is not understood is text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buf.h"
#include "refs/gold_files.h"
#include "text/utf8.h"

typedef struct row {
    const char *element, *attribute; /* its first attribute value, NULL: any */
    rxc_label label;
} row;

static const row anystyle[] = {
    { "author", NULL, RXC_LABEL_author },       { "editor", NULL, RXC_LABEL_editor },
    { "title", NULL, RXC_LABEL_title },         { "container-title", NULL, RXC_LABEL_container },
    { "journal", NULL, RXC_LABEL_container },   { "collection-title", NULL, RXC_LABEL_collection },
    { "date", NULL, RXC_LABEL_date },           { "volume", NULL, RXC_LABEL_volume },
    { "issue", NULL, RXC_LABEL_issue },         { "pages", NULL, RXC_LABEL_page },
    { "publisher", NULL, RXC_LABEL_publisher }, { "location", NULL, RXC_LABEL_place },
    { "edition", NULL, RXC_LABEL_edition },     { "genre", NULL, RXC_LABEL_genre },
    { "medium", NULL, RXC_LABEL_note },         { "note", NULL, RXC_LABEL_note },
    { "citation-number", NULL, RXC_LABEL_label }, { "translator", NULL, RXC_LABEL_note },
};

static const row grobid[] = {
    { "author", NULL, RXC_LABEL_author },      { "orgName", NULL, RXC_LABEL_publisher },
    { "editor", NULL, RXC_LABEL_editor },      { "title", "a", RXC_LABEL_title },
    { "title", "m", RXC_LABEL_container },     { "title", "j", RXC_LABEL_container },
    { "title", "s", RXC_LABEL_collection },    { "title", NULL, RXC_LABEL_title },
    { "date", NULL, RXC_LABEL_date },          { "biblScope", "vol", RXC_LABEL_volume },
    { "biblScope", "volume", RXC_LABEL_volume }, { "biblScope", "issue", RXC_LABEL_issue },
    { "biblScope", "pp", RXC_LABEL_page },     { "biblScope", "page", RXC_LABEL_page },
    { "publisher", NULL, RXC_LABEL_publisher }, { "pubPlace", NULL, RXC_LABEL_place },
    { "note", NULL, RXC_LABEL_note },          { "ptr", NULL, RXC_LABEL_url },
};

static Str name_of(Str tag)
{
    size_t e = 0;
    while (e < tag.n && !chr_space(tag.p[e]) && tag.p[e] != '/' && tag.p[e] != '>') e++;
    return str_take(tag, e);
}

static Str first_value(Str tag)
{
    size_t b = str_chr(tag, '"');
    if (b == STR_NONE) return (Str){ 0 };
    Str rest = str_drop(tag, b + 1);
    size_t e = str_chr(rest, '"');
    return e == STR_NONE ? (Str){ 0 } : str_take(rest, e);
}

static rxc_label label_of(const row *rows, size_t n, Str tag)
{
    Str name = name_of(tag), value = first_value(tag);
    for (size_t i = 0; i < n; i++)
        if (str_eq(name, str_from(rows[i].element)) &&
            (!rows[i].attribute || str_eq(value, str_from(rows[i].attribute))))
            return rows[i].label;
    return RXC_LABEL_other;
}

/* An entity at the beginning of s: its bytes, and the code point. 0 when it is none. */
static size_t read_entity(Str s, uint32_t *point)
{
    static const struct {
        Str name;
        char c;
    } named[] = { { STR_INIT("&amp;"), '&' }, { STR_INIT("&lt;"), '<' }, { STR_INIT("&gt;"), '>' },
                  { STR_INIT("&quot;"), '"' }, { STR_INIT("&apos;"), '\'' } };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_starts(s, named[i].name)) return *point = (unsigned char)named[i].c, named[i].name.n;
    size_t end = str_chr(str_take(s, 12), ';');
    if (end == STR_NONE || !str_starts(s, S("&#"))) return 0;
    bool hex = s.p[2] == 'x';
    *point = 0;
    for (size_t i = hex ? 3 : 2; i < end; i++) {
        char c = chr_to_lower(s.p[i]);
        uint32_t digit = chr_digit(c)                  ? (uint32_t)(c - '0')
                         : hex && c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
                                                       : 99;
        if (digit == 99 || *point > 0x10FFFF) return 0;
        *point = *point * (hex ? 16 : 10) + digit;
    }
    return *point && *point <= 0x10FFFF ? end + 1 : 0;
}

/* Text with white space as single blanks. */
static void add_text(Buf *out, Str text)
{
    for (size_t i = 0; i < text.n;) {
        char bytes[4];
        uint32_t point;
        size_t n = text.p[i] == '&' ? read_entity(str_drop(text, i), &point) : 0;
        if (n) buf_add(out, (Str){ bytes, rxc_utf8_put(point, bytes) });
        else if (!chr_space(text.p[i])) buf_char(out, text.p[i]);
        else if (out->n && out->p[out->n - 1] != ' ') buf_char(out, ' ');
        i += n ? n : 1;
    }
}

typedef VEC(rxc_gold_span) spans;

/* The content of one <sequence> or <bibl>. */
static rxc_gold read_entry(Arena *arena, Str inner, const row *rows, size_t n, bool spaced)
{
    Buf text = { 0 };
    spans found = { 0 };
    size_t depth = 0;
    while (inner.n) {
        size_t open = str_chr(inner, '<');
        add_text(&text, str_take(inner, open == STR_NONE ? inner.n : open));
        size_t close = open == STR_NONE ? STR_NONE : str_chr(inner, '>');
        if (close == STR_NONE || close < open) break;
        Str tag = str_sub(inner, open + 1, close);
        inner = str_drop(inner, close + 1);
        if (str_starts(tag, S("/"))) {
            if (depth == 1 && found.n) found.v[found.n - 1].e = text.n;
            if (depth) depth--;
            if (spaced && !depth) buf_char(&text, ' ');
        } else if (str_last(tag) == '/' || str_starts(tag, S("!")) || str_starts(tag, S("?"))) {
            add_text(&text, S(" "));
        } else if (depth++ == 0) {
            *vec_push(arena, &found) = (rxc_gold_span){ text.n, text.n, label_of(rows, n, tag) };
        }
    }
    rxc_gold gold = { .raw = arena_str(arena, buf_str(&text)), .span = found.v, .spans = found.n };
    buf_clear(&text);
    return gold;
}

size_t rxc_gold_read_tagged(Str bytes, Arena *arena, rxc_golds *out)
{
    bool tei = str_find(bytes, S("<sequence")) == STR_NONE;
    Str begin = tei ? S("<bibl") : S("<sequence"), end = tei ? S("</bibl>") : S("</sequence>");
    size_t count = 0, at;
    while ((at = str_find(bytes, begin)) != STR_NONE) {
        bytes = str_drop(bytes, at + begin.n);
        size_t close = str_chr(bytes, '>'), stop = str_find(bytes, end);
        if (close == STR_NONE || stop == STR_NONE) break;
        bool same = bytes.p[0] == '>' || chr_space(bytes.p[0]); /* not <biblStruct> */
        rxc_gold gold = { 0 };
        if (same && close < stop) {
            Str inner = str_sub(bytes, close + 1, stop);
            gold = tei ? read_entry(arena, inner, grobid, sizeof grobid / sizeof *grobid, false)
                       : read_entry(arena, inner, anystyle, sizeof anystyle / sizeof *anystyle, true);
        }
        if (str_trim(gold.raw).n && gold.spans) *vec_push(arena, out) = gold, count++;
        bytes = str_drop(bytes, same ? stop : close);
    }
    return count;
}
